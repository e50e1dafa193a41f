// What is used of a library that comes without types.

declare module 'word-extractor' {
  interface Options {
    readonly filterUnicode?: boolean;
    readonly includeFooters?: boolean;
  }
  interface Document {
    getBody(options: Options): string;
    getHeaders(options: Options): string;
    getFooters(options: Options): string;
    getFootnotes(options: Options): string;
    getEndnotes(options: Options): string;
    getAnnotations(options: Options): string;
    getTextboxes(options: Options): string;
  }
  class WordExtractor {
    extract(source: Buffer): Promise<Document>;
  }
  export = WordExtractor;
}
