/** The picture in a card of the popup, loaded when there is a place for one. */
import '../../components/card/picture.css';

export { showPicture } from '../card/picture-here';
