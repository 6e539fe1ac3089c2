/** The reader's eyes and hands on a foreign page. DOM only: no `browser.*`, no Preact, no database. */
export { findArticle } from './article';
export { type CardHost, type Isolation, openCardHost } from './card-host';
export { openCardNotice } from './card-notice';
export { type Box, isWorthReading } from './frames';
export { glossaryOf } from './glossary';
export { type Hit, hitTest, measure } from './hit-test';
export { watchEscape } from './keys';
export { watchLeaving } from './leaving';
export { type Look, lookOut } from './look-out';
export { isCardHost } from './own-elements';
export { watchPointer } from './pointer';
export { isReadFromAbove } from './read-from-above';
export { ruleOut } from './rule-out';
export { formOf, type Spot } from './spot';
export { takeOver, watchOwnLife } from './still-alive';
export { watchTouch } from './touch';
export { startVisit, type Visit, type VisitOptions } from './visit';
export { watchNavigation } from './watch-navigation';
