/** The reader's eyes and hands on a foreign page. DOM only: no `browser.*`, no Preact, no database. */
export { type Article, findArticle } from './article';
export { type CardHost, type CardHostOptions, isCardHost, openCardHost } from './card-host';
export { type Box, isWorthReading } from './frames';
export { glossaryOf } from './glossary';
export { type Hit, hitTest, measure } from './hit-test';
export { watchEscape } from './keys';
export { watchLeaving } from './leaving';
export { ACTIVE, MARK, type Marks } from './marks';
export { type PointerMove, watchPointer } from './pointer';
export { publicationDay } from './publication-day';
export { isReadFromAbove } from './read-from-above';
export { SLICE_MS } from './slices';
export { formOf, rangeOf, type Spot } from './spot';
export { takeOver, watchOwnLife } from './still-alive';
export { watchTouch } from './touch';
export { startVisit, type Visit, type VisitOptions, type VisitState } from './visit';
export { type Arrival, watchNavigation } from './watch-navigation';
