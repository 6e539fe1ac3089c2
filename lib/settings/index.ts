export * from './choices';
export * from './defaults';
export * from './private-choices';
export { isWikiAddress, settingSchemas } from './schema';
export * from './site-access';
export * from './site-rules';
export * from './store';
export * from './theme';
export * from './types';
