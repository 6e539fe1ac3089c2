const { charCodeAt } = String.prototype;

/**
 * `text.charCodeAt(at)`, where texts of all makes come by: whole ones, parts, joined ones, of one byte a letter and of two. With
 * more makes than four an engine looks the method up anew for each letter, unless it is told which one is meant.
 */
export const unitAt = (text: string, at: number): number => charCodeAt.call(text, at);
