// Rows of a table as lines of text. Under headings each cell gets its own ("DOB: 12/01/1951; NHS No: …"): a bare date or number in the
// middle of a row says little, neither to the officer nor to the patterns.

/** Words of which headings of lists are made, in hospitals' lists above all. */
const HEADING_WORD =
  /\b(?:names?|surname|forenames?|initials?|patients?|client|resident|service user|child|mother|baby|d\.?o\.?b|born|birth|age|sex|gender|title|nhs|chi|mrn|hosp(?:ital)?|unit|crn|rio|number|no|nr|num|id|ref(?:erence)?|ward|bed|bay|site|room|location|address|street|town|post ?code|phone|tel(?:ephone)?|mobile|e-?mail|contact|next of kin|nok|gp|practice|surgery|consultant|cons|doctor|dr|nurse|named|diagnosis|problem|presenting|complaint|condition|history|pmh|plan|notes?|comments?|reason|details|status|outcome|result|test|bloods?|medication|drug|dose|route|freq(?:uency)?|start|end|date|time|day|edd|los|adm(?:itted|ission)?|discharge|appointment|appt|clinic|procedure|operation|risk|allerg(?:y|ies)|diet|mobility|dnacpr|resus|staff|grade|band|role|shift|department|dept|team|type|amount|cost)\b/i;
const LONGEST_HEADING = 60;

/** Takes the rows of one table, top to bottom. */
export class TableRows {
  #headings: readonly string[] | undefined;
  #isFirst = true;

  /** The row as one line; empty for a row without text. */
  line(cells: readonly string[]): string {
    const texts = cells.map((cell) => cell.replaceAll(/\s+/g, ' ').trim());
    const isFilled = texts.some((text) => text !== '');
    if (isFilled && this.#isFirst) {
      // A title over a list fills one cell only: the headings are still to come.
      this.#isFirst = texts.filter((text) => text !== '').length < 2;
      if (areHeadings(texts)) this.#headings = texts;
      return plainLine(texts);
    }
    if (!this.#headings) return plainLine(texts);
    return texts.flatMap((text, at) => (text === '' ? [] : [labelled(this.#headings?.[at] ?? '', text)])).join('; ');
  }
}

const plainLine = (texts: readonly string[]): string => texts.filter((text) => text !== '').join('\t');

const labelled = (heading: string, text: string): string =>
  heading === '' ? text : `${heading.replace(/\s*:$/, '')}: ${text}`;

/** More than half of the cells are made of such words, and none holds a figure. A form of two columns ("Surname | …") has none above it. */
function areHeadings(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  const named = filled.filter((text) => text.length <= LONGEST_HEADING && HEADING_WORD.test(text));
  return filled.length >= 2 && named.length > filled.length / 2 && !filled.some((text) => /\d{3}|:$/.test(text));
}
