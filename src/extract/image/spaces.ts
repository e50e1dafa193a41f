// The reader of pictures often leaves out spaces: "DorisWhitcombe", "NHS9991079203", "DOB:12/09/1956NHS". They are put back where nothing
// else can be meant, for what looks for names and numbers needs to see where they begin. Names that are written so stay as they are.

/** Beginnings of one name ("McDonald", "MacLeod", "DiMarco", "O'Connell" has its own mark), and names of programs. */
const ONE_WORD =
  /^(?:Mc|Mac|Fitz|Van|Von|Den|Del|Della|Des|Dos|Las|Los|San|Saint|Whats|Systm|You|Face|Care|Power|Tik|Linked|Insta|My|Wi|Med|Smart)$/;

/** Labels of forms. What follows one without a space is its value. */
const LABEL = '(?:NHS|DOB|D\\.O\\.B|CHI|MRN|Hosp|Hospital|Ward|Bed|Bay|Room|Born|Age|Tel|Mob|Phone|No|NO|Number|Num)';

const STEPS: readonly [RegExp, string][] = [
  // a date, then a word or ten digits; ten digits, then a word: "12/09/1956NHS", "12/09/1956999 107 9203", "9991079203Ward"
  [/(\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4})(?=[A-Za-z]|\d{3} ?\d{3} ?\d{4}\b)/g, '$1 '],
  [/(\b\d{3} ?\d{3} ?\d{4})(?=[A-Za-z]{3})/g, '$1 '],
  // a surname in capitals, then a first name; the comma of lists is often read as a full stop: "NDLOVU.Thandiwe", "KOWALSKIPiotr"
  [/([A-Z][A-Z'-]{2,})\.(?=[A-Z][a-z]{2})/g, '$1, '],
  [/([A-Z][A-Z'-]{3,})(?=[A-Z][a-z]{2})/g, '$1 '],
  // the end of a sentence, or an initial: "today.TTOs", "0281.She", "A.Bellweather"
  [/([a-z]{2}|\d|\b[A-Z])\.(?=[A-Z][A-Za-z]{2})/g, '$1. '],
  // a title, then a name: "DrS Patel"
  [/\b(Dr|Mr|Mrs|Ms|Miss|Prof)(?=[A-Z])/g, '$1 '],
  // a word, then a label: "FOTHERINGHAMDOB:", "ElaineNHS No 9", "2QJTel:"
  [/([A-Za-z]{2})(?=(?:DOB|NHS ?(?:No|NO|Number|Num)?)[ :.]*\d|(?:DOB|Tel):)/g, '$1 '],
  // two labels in one: "NHSNo", "NHSNumber", "HospNo"
  [/\b(NHS|Hosp|Hospital|Ward|Bed|Tel|Mob)(?=(?:No|NO|Number|Num)(?:\b|\d))/g, '$1 '],
  // a label, then a number: "NHS9991079203", "Bed4", "Ward7B"
  [new RegExp(`\\b(${LABEL})(?=\\d)`, 'g'), '$1 '],
  // a colon or comma, then its value; a clock's colon has digits on both sides, a link's is followed by a slash
  [/([A-Za-z)]):(?=[A-Za-z\d])/g, '$1: '],
  [/([A-Za-z]),(?=[A-Za-z]{2})/g, '$1, '],
  // a word in small letters, then a number of some length or an age: "Whitcombe9991079203", "Whitcombe84F"
  [/([a-z]{3})(?=\d{6}|\d{3} \d{3} \d{4}\b|\d{1,3}[MF]\b)/g, '$1 '],
  // the number of a house or bed, then a word: "17Mill Lane"
  [/\b(\d{1,3})(?=[A-Z][a-z]{2})/g, '$1 '],
  // words in small letters, then capitals: "logged inJ SMITH"
  [/\b([a-z]{2,})(?=[A-Z]+\b)/g, '$1 '],
];

/** The line with its spaces back. */
export function withSpaces(line: string): string {
  const told = STEPS.reduce((text, [missing, put]) => text.replace(missing, put), line);
  // A small letter, then a capital that begins a word: "DorisWhitcombe", "MrSmith", "DrPatel".
  return told.replace(/[A-Za-z]+/g, (word) => (/[a-z][A-Z]/.test(word) ? apart(word) : word));
}

function apart(word: string): string {
  const parts = word.split(/(?<=[a-z])(?=[A-Z][a-z]{2})/);
  return parts.reduce(
    (text, part, at) => text + (at > 0 && ONE_WORD.test(parts[at - 1] ?? '') ? '' : at > 0 ? ' ' : '') + part,
    '',
  );
}
