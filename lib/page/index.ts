/** The reader's eyes and hands on a foreign page. DOM only: no `browser.*`, no Preact, no database. */

export { type Box, isWorthReading } from './dom/frames';
export { watchHidden } from './dom/hidden';
export { isCardHost, isOnCard } from './dom/own-elements';
export { type Hit, hitTest, measure, type Pointed } from './point/hit-test';
export { watchEscape } from './point/keys';
export { type Whereabouts, watchPointer } from './point/pointer';
export { type SelectedWords, selectedWords } from './point/selected-words';
export { leaveGround, type SelectionGround, takeGround } from './point/selection-ground';
export { watchTouch } from './point/touch';
export { watchSelection } from './point/watch-selection';
export { isReadFromAbove } from './read/read-from-above';
export { formOf, type Spot } from './read/spot';
export type { KeyedName, UnknownEntry } from './read/unknown-entry';
export { wantedOf } from './read/wanted-of';
export { findArticle } from './recognise/article';
export { ruleOut } from './recognise/rule-out';
export { placeButton } from './show/button-place';
export { type CardHost, type HostMode, type Isolation, openCardHost } from './show/card-host';
export { openCardNotice } from './show/card-notice';
export { placeBeside, visibleBox } from './show/card-place';
export { glossaryOf } from './visit/glossary';
export type { GlossaryEntry } from './visit/glossary-entry';
export { startVisit, type Visit, type VisitOptions } from './visit/start-visit';
export { watchLeaving } from './watch/leaving';
export { type Look, lookOut } from './watch/look-out';
export { takeOver, watchOwnLife } from './watch/still-alive';
export { watchNavigation } from './watch/watch-navigation';
