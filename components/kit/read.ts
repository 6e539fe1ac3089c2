/** What a page reads asynchronously. `null`: not read yet; `'unavailable'`: could not be read. */
export type Read<T> = T | null | 'unavailable';
