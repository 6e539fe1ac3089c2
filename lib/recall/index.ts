export { GRADES, type Grade, type Next, scheduled } from './schedule';
