/** The package's index also loads its whole parser (some 25 kB gzip), which a reader script does not need. */
declare module '@mozilla/readability/Readability-readerable.js' {
  export { isProbablyReaderable as default } from '@mozilla/readability';
}
