/** An error of the action API: it comes with status 200, and in a header as well. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    readonly info: string,
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(info);
  }

  /** `formatversion` 1 keeps its prose under `*`, 2 under `docref`. */
  body(version: 1 | 2, api: string): unknown {
    const see = `See ${api} for API usage. Subscribe to the mediawiki-api-announce mailing list for notice of changes.`;
    const where = version === 1 ? { '*': see } : { docref: see };
    return { error: { code: this.code, info: this.info, ...this.more, ...where }, servedby: 'mw-of-the-test' };
  }
}

/** Values of a list parameter: parted by `|`, or by U+001F where the first sign is one. */
export function listOf(parameters: Readonly<Record<string, string>>, name: string, limit = 50): string[] {
  const text = parameters[name];
  if (text === undefined || text === '') return [];
  const values = text.startsWith('\u001F') ? text.slice(1).split('\u001F') : text.split('|');
  if (values.length > limit) {
    throw new ApiError('toomanyvalues', `Too many values supplied for parameter "${name}". The limit is ${limit}.`, {
      parameter: name,
      limit,
      lowlimit: limit,
      highlimit: limit * 10,
    });
  }
  return [...new Set(values)];
}
