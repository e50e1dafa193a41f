// A picture of one printed word, for `ig-scan doctor`: does reading pictures work on this machine? Made with sharp from an SVG
// (DejaVu Sans, 34 pixels high, 220 x 60, four greys), and kept as text, as the program ships no pictures.

export const SAMPLE = {
  word: 'Wexbury',
  base64: [
    'iVBORw0KGgoAAAANSUhEUgAAANwAAAA8AgMAAABwcDyQAAAADFBMVEX///8KCgpvb2+9vb3wqgOUAAAACXBIWXMAAAsTAAALEwEAmpwYAAACOk',
    'lEQVRIx+2Wsa7TMBSG/yTyEKRcJvMGXtiz+wWQDMSJUSOUhYEtK1vufQbSriwMtAx3YbeQGFjuZngCJmZW4LguvdGtgZsuMPRX1UZWPtvnnP8c',
    'FTjppJP+Nwl7i5dSA7gBSXu9xG/FVcRJFHO5jLixR65mcmgA3SHv5nI1sicKbDY3InuqUPZzOYf0UQsh8aW22Qa4b/mVvsTZJdJX2OQNLdHDob',
    'hNHhuIIdUU5kjBgn/TxgecKKxc44BCxbih6Cr6ZvVrQz9UFz6+qXfcUq/o1tPgr90hi/4lnBV92qDsqJDcYLSBGzu6CUoZ4UqZyxVd0FkKNW9p',
    'b04fueO2EKGHYj2Tn7CkelCoacUlQZTeHQd/4WiCWccGThT5hvatR0tB0uIuvm1SXKwOuSqtyBrvt3KAa3ym6JA9R46vY1yhhBXvq0yTBgizrf',
    'svbuUbxm95qKTlKC9MGjimtlyh9hwq32oRztwDOzdpvV6vra/BjfOwnPbmtAE/gz1od5cZmwPORe1CDbhC/kIFLmtCPqcc/9DFG7BC8bwLSUuM',
    '2NaP9XRIETjxTsYb0CAJlvZF8X7pvfmUz5Hn2LMh3oCe6/0pZxC992dLkyqhHglcruP96Fqkmqy1+OFNSubm9ZVGWn/XgSt0vHG5QkaVK6h+Pk',
    'jqP6f9sNIPA5fUv+EoXcTRiws/FPnAP1K4EPo8cGn154Fxd7N//OpL8nYymY9R3C5/V66O46YjcobujPK447Q9jluc/hGc9C/0EzcMrkllUgEC',
    'AAAAAElFTkSuQmCC',
  ].join(''),
} as const;
