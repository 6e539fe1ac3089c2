/** The parts of `sax` that we use; it comes without types. */
declare module 'sax' {
  export interface Tag {
    readonly name: string;
    readonly prefix: string;
    /** The name without its prefix. */
    readonly local: string;
    /** Its namespace; empty if it has none, or the prefix itself if that is not declared. */
    readonly uri: string;
  }
  export interface Parser {
    onopentag: (tag: Tag) => void;
    onclosetag: (name: string) => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    /** Null: the parser goes on. */
    error: Error | null;
    onerror: (error: Error) => void;
    write(xml: string): Parser;
  }
  const sax: { parser(strict: true, options: { readonly xmlns: true }): Parser };
  export default sax;
}
