/** What is used of `sax`, which comes without types. */
declare module 'sax' {
  export interface Tag {
    readonly name: string;
    readonly prefix: string;
    /** The name without its prefix. */
    readonly local: string;
    /** Of its namespace; empty where it has none, the prefix itself where that stands for none. */
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
