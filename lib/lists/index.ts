export { firstWhere } from './first-where';
export { groupBy } from './group-by';
