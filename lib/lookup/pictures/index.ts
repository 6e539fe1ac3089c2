export { imageInfoQuery, readImageInfo } from './image-info';
export { claimsQuery, picturePropertiesOf, readPictureFile } from './pick-file';
export { pictureSize } from './picture-size';
export type * from './types';
