// The files that `config init` writes beside ig-scan.yaml, by name. Everything in them is invented; numbers belong to nobody.

const SHAPE = `# A number or code of your Trust, by its shape. File name and id must be the same. patterns/README.md of the program
# explains every key. Change it, or delete the file.
id: example-hospital-number
name: Hospital number of this Trust
category: patient.identifier.hospital-number   # ig-scan patterns list shows all categories
why: The Trust's own number of a patient; anyone with access to the system finds the person by it.
sources: [Patient administration system manual]
forms:
  # Letters ZX and seven digits, as in ZX1234567 or ZX 1234567.
  plain: '(?<![a-z\\d])zx ?\\d{7}(?!\\d)'
confidence: { base: 0.9 }
match:                                         # what must be found
  - { text: "ZX1234567 back from theatre", finds: ["ZX1234567"] }
  - { text: "notes of zx 7654321 please", finds: ["zx 7654321"] }
noMatch:                                       # what must be left alone, and why
  - { text: "printer ZX12 is jammed", why: "too few digits" }
  - { text: "order AZX12345678", why: "part of another code" }
`;

const WORDS = `# Words of your Trust; one file a category. File name and id must be the same. Change it, or delete the file.
id: example-wards
name: Ward names of this Trust
category: patient.identifier.location-ward     # ig-scan patterns list shows all categories
why: A bed on a named ward singles out one patient.
sources: [Estates list]
strong:                                        # each enough by itself: shown term | other spellings
  - Examplewood | examplewood ward
weak:                                          # ordinary words too: count only beside other evidence
  - Samplebeech
match:                                         # what must be found
  - { text: "anyone free on examplewood", finds: [Examplewood] }
  - { text: "bed 4 samplebeech", finds: [Samplebeech] }
noMatch:                                       # what must be left alone, and why
  - { text: "for example wood is slippery", why: "two ordinary words" }
  - { text: "a sample of beech", why: "two ordinary words" }
`;

const NAMES = `# Names of people that are common in your area and that ig-scan misses, one a line: first names and surnames, each by itself.
# A line that begins with # is a remark.
# Quorble
`;

const NOT_NAMES = `# Words that ig-scan takes for people here and that are none: wards, buildings, systems, teams; one a line.
# Hendry
`;

const HOLDS = `# yaml-language-server: $schema=./holds.schema.json
# Hold register: what must be kept for an inquiry, a claim, an inquest or a request. Its names are secret; of this file only the ids
# are shown in reports. Take the # away, write ALL holds of the Trust, then switch on \`holds\` in ig-scan.yaml. While nobody has
# done so, leave it switched off: without a register ig-scan never says that anything may be deleted.
#
# holds:
#   - id: INQ-2024-07              # shown in reports
#     matter: Inquest, death on Ward 6
#     authority: Coroners and Justice Act 2009, Schedule 6
#     owner: Legal services
#     from: 2024-01-01             # first and last day of the messages; leave out for all
#     to: 2024-06-30
#     people: [Margaret Ellis, Maggie, 999 000 1383]   # every form in use, numbers too
#     keywords: [datix]            # matched at the beginning of a word
#     groups: [Ward 6]             # words of a title; "*" is every chat
`;

const STAFF = `# yaml-language-server: $schema=./staff.schema.json
# Staff list: who works for the Trust, and who did until when. Reports then say how many people in a chat are not on it, and how many
# had left; nothing of this file is ever shown. Take the # away, write everybody, then switch on \`staff\` in ig-scan.yaml.
#
# A number decides by its digits, however it is spaced. A name counts only as a whole: "Ward, Sam" is Sam Ward, "Sam" may be anybody.
# A number that is not here counts as unlisted only when everybody here has a number, or stands in the chat by name.
#
# staff:
#   - name: Sam Ward
#     numbers: [07700 900123, +44 7700 900456]
#   - name: "O'Neill, Siobhan"
#     numbers: [07700 900789]
#     left: 2024-03-31             # last day at the Trust; leave out for who still works there
# numbers:
#   prefixes: [07700 9005]         # beginnings of the numbers of the Trust's own mobiles, 6 digits or more
`;

export const EXAMPLES: Readonly<Record<string, string>> = {
  'patterns/identifiers/example-hospital-number.yaml': SHAPE,
  'patterns/lexicons/example-wards.yaml': WORDS,
  'patterns/people/names.txt': NAMES,
  'patterns/people/not-names.txt': NOT_NAMES,
  'holds.yaml': HOLDS,
  'staff.yaml': STAFF,
};
