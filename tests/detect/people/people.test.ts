import { describe, expect, it } from 'vitest';
import { buildPeople, peopleOf } from '../../../src/detect/people/people.ts';
import { files, message, namesIn, readChats, shown, table } from './chat-set.ts';

describe('the examples of cues.yaml', () => {
  for (const { text, finds } of files.cues.match) {
    it(`find the name in: ${text}`, () => {
      expect(namesIn(text, [], 0.5)).toEqual(finds.map(({ span, role }) => `${span}: ${role}`));
    });
  }
  for (const { text, why } of files.cues.noMatch) {
    it(`find no name in: ${text} (${why})`, () => {
      expect(namesIn(text, [], 0.5)).toEqual([]);
    });
  }
});

describe('a name', () => {
  it('keeps its title, particles and hyphen', () => {
    expect(namesIn('Mr Owain ap Gwilym, mrs da Silva and Mrs Adeyemi-Clarke are NBM')).toEqual([
      'Mr Owain ap Gwilym: patient',
      'mrs da Silva: patient',
      'Mrs Adeyemi-Clarke: patient',
    ]);
  });

  it('is full with first name and surname, partial with one of them', () => {
    const categories = peopleOf(table, [])
      .find(message('pt Derek Swindells bed 3, Mrs Halloran in 14'))
      .map(({ category }) => category);
    expect(categories).toEqual(['patient.identifier.name-full', 'patient.identifier.name-partial']);
  });

  it('is read with accents and Turkish letters', () => {
    expect(namesIn('pt Yılmaz and Siân Wróbel are back')).toEqual(['Yılmaz: patient', 'Siân Wróbel: patient']);
  });

  it('that no list holds is found after a title', () => {
    expect(namesIn('mr zzyxquorl has a temp')).toEqual(['mr zzyxquorl: patient']);
  });

  it('is not read out of an acronym, a password or an e-mail address', () => {
    expect(namesIn('RIDDOR and EBME told, ARVs due, password is Rowan2024, x@example.org', [], 0.5)).toEqual([]);
  });

  it('is found in a shouted message without help from capitals', () => {
    expect(namesIn('PLEASE CAN SOMEONE HELP MR BAINBRIDGE BEFORE THEATRE')).toEqual(['MR BAINBRIDGE: patient']);
  });
});

describe('a word that is also a name', () => {
  for (const text of [
    'Will do, may be late',
    'grace period is over',
    'temp rose to 39 so bloods drew',
    'i will chase the bill',
    'Please mark the site',
    'hope you all get a break',
    'the carol service is in the chapel',
    'meet at the Rose and Crown on Church Lane',
    'dean of nursing is on the ward',
    'see you in June or May',
  ]) {
    it(`is a word in: ${text}`, () => expect(namesIn(text)).toEqual([]));
  }

  it('is a name after a title, in a bed, or where a verb cannot stand', () => {
    expect(namesIn('Mrs May is home')).toEqual(['Mrs May: patient']);
    expect(namesIn('grace in rm 2 wants her epidural')).toEqual(['grace: patient']);
    expect(namesIn('will in bed 8 is wet')).toEqual(['will: patient']);
    expect(namesIn('Bay, 67F, collapse')).toEqual(['Bay: patient']);
  });
});

describe('whose name it is', () => {
  it('is staff for participants, mentions and people thanked', () => {
    const chat = ['Bev Ward 7 Sister', 'Tom Price SHO'];
    expect(namesIn('Tom can you see bed 4', chat)).toEqual(['Tom: staff']);
    expect(namesIn('thanks Sarah x')).toEqual(['Sarah: staff']);
    expect(namesIn('@Farhana pls call')).toEqual(['Farhana: staff']);
  });

  it('stays staff when a participant is ill', () => {
    expect(namesIn('Bev is vomiting, cant come in', ['Bev Ward 7 Sister'])).toEqual(['Bev: staff']);
  });

  it('is the patient when a namesake of a participant lies in a bed', () => {
    expect(namesIn('pt Bev in bed 4 is vomiting', ['Bev Ward 7 Sister'])).toEqual(['Bev: patient']);
  });

  it('is a relative after a kin word, and the patient before one', () => {
    expect(namesIn('his daughter Siobhan is ringing')).toEqual(['Siobhan: relative']);
    expect(namesIn('mum of Zainab wants an update')).toEqual(['Zainab: patient']);
    expect(namesIn("Zainab's mum wants an update")).toEqual(['Zainab: patient']);
  });

  it('is staff in talk of work, unknown where nothing tells', () => {
    expect(namesIn('Anil is off sick again', [], 0.5)).toEqual(['Anil: staff']);
    expect(namesIn('tell wilf', [], 0.5)).toEqual(['wilf: unknown']);
  });
});

describe('a colleague', () => {
  it('gives the own name', () => {
    for (const text of [
      'Hi all, Ollie here, new F1 from tomorrow',
      'hello this is Sneha, from the agency',
      'Hi, Danny from pharmacy',
    ])
      expect(namesIn(text, [], 0.5).map((found) => found.split(': ')[1])).toEqual(['staff']);
  });

  it('is spoken to', () => {
    expect(namesIn("Kenny, you've left your envelope", [], 0.5)).toEqual(['Kenny: staff']);
    expect(namesIn('Brian love, are you still here', [], 0.5)).toEqual(['Brian: staff']);
    expect(namesIn('do not use the saw, Philip.', ['+44 7700 900123'], 0.5)).toEqual(['Philip: staff']);
  });

  it('has a job or a department behind the name', () => {
    expect(namesIn('Sanjeev, med reg. 2 FY1s on', [], 0.5)).toEqual(['Sanjeev: staff']);
    expect(namesIn('speak to Sandra in IG', [], 0.5)).toEqual(['Sandra: staff']);
    expect(namesIn('Marek Nowicki CT2 has rung', [], 0.5)).toEqual(['Marek Nowicki: staff']);
  });

  it('is known by another form of the first name', () => {
    expect(namesIn('Peggy is vomiting', ['Margaret Oakes'], 0.5)).toEqual(['Peggy: staff']);
  });

  it('is the surgeon whose list or clinic it is', () => {
    expect(namesIn("Mr Ashcombe's list is cancelled", [], 0.5)).toEqual(['Mr Ashcombe: staff']);
    expect(namesIn('for theatre under Mr Ashcombe', [], 0.5)).toEqual(['Mr Ashcombe: staff']);
  });
});

describe('a name of which nothing tells whose it is', () => {
  it('is unknown and never more than possible', () => {
    const [finding] = peopleOf(table, []).find(message('Caroline Threlfall rang Caroline'));
    expect(finding?.subject).toBe('patient');
    const [bare] = peopleOf(table, []).find(message('and then Caroline laughed'));
    expect(bare?.subject).toBe('unknown');
    expect(bare?.confidence).toBeLessThanOrEqual(0.65);
  });

  it('becomes the patient in the company of words of care, and a colleague in talk of work', () => {
    expect(namesIn('Caroline vomited her meds', [], 0.5)).toEqual(['Caroline: patient']);
    expect(namesIn('Caroline is on annual leave', [], 0.5)).toEqual(['Caroline: staff']);
  });

  it('is judged by its own sentence only', () => {
    expect(namesIn('Wilf Strickland 88, NBM.\nwho is on nights', [], 0.5)).toEqual(['Wilf Strickland: patient']);
  });
});

describe('what only looks like a name', () => {
  for (const text of [
    'back from Otley by 4',
    'PPCI from Port Talbot, 12 mins',
    "see you at St Wilfrid's at 9",
    'Clough Lane Academy only has 61 forms',
    "its called Gerald, the coffee machine's new name",
    'eid mubarak everyone',
    'on TrakCare and RenalPlus',
    "must've gone, she'll ring",
    'every Tuesdays',
    'bath reading 47 on Severn',
    'Hungary v Switzerland tonight',
  ]) {
    it(`is none in: ${text}`, () => expect(namesIn(text, [], 0.5)).toEqual([]));
  }

  it('is a place or a thing again when it comes up later', () => {
    const people = peopleOf(table, []);
    people.find(message("there's a mouse, its called Gerald"));
    expect(people.find(message('Gerald pays no rent')).filter(({ confidence }) => confidence > 0.65)).toEqual([]);
  });

  it('is a word of the title of the chat', () => {
    expect(peopleOf(table, [], 'Larkin Ward').find(message('news on Larkin please'))).toEqual([]);
    expect(peopleOf(table, []).find(message('news on Larkin please'))).toHaveLength(1);
  });
});

describe('initials', () => {
  it('are a patient with age and sex, after "pt" or by a bed', () => {
    for (const text of [
      'JT 72F #NOF',
      'pt JT refusing',
      'bed 4 JT needs a line',
      'J.T. 72F tearful',
      'LC-W 19F on 1:1',
    ]) {
      expect(namesIn(text)).toHaveLength(1);
    }
  });

  it('are part of a name after a title', () => {
    const [finding] = peopleOf(table, []).find(message('mrs P wants to leave'));
    expect(finding).toMatchObject({
      start: 0,
      end: 5,
      category: 'patient.identifier.name-partial',
      subject: 'patient',
    });
  });

  it('are a patient with full stops, and at the start of a line before a colon or an age', () => {
    for (const text of ['K.B. arrested at 7', 'GW: rehab no, spinal unit no', '1. GW 61 AMU, off legs'])
      expect(namesIn(text, [], 0.5)).toHaveLength(1);
  });

  it('are known again by themselves, also when typed as a word', () => {
    const people = peopleOf(table, []);
    people.find(message('JT 34F OD, known to us'));
    expect(shown('Jt says she took more', people.find(message('Jt says she took more')))).toEqual(['Jt: patient']);
  });

  it('of a participant are no patient', () => {
    expect(namesIn('GW: can do lates', ['Gwen Wright'], 0.5)).toEqual([]);
  });

  it('are not read out of abbreviations', () => {
    expect(namesIn('bed 4 CT done, NG in, BP ok, OT and PT to see, hb 72', [], 0.5)).toEqual([]);
  });

  it('of a person met earlier are that person', () => {
    const people = peopleOf(table, []);
    people.find(message('pt Verity Plumb bed 3'));
    expect(shown('VP ate all her lunch', people.find(message('VP ate all her lunch')))).toEqual(['VP: patient']);
    expect(namesIn('VP ate all her lunch')).toEqual([]);
  });
});

describe('the memory of a chat', () => {
  it('knows a patient again by a word that is also English', () => {
    const people = peopleOf(table, []);
    people.find(message('Mr Whittle hit me again'));
    expect(shown('whittle down 3kg', people.find(message('whittle down 3kg')))).toEqual(['whittle: patient']);
  });

  it('is left alone by look, and filled by learn', () => {
    const people = peopleOf(table, []);
    people.look(message('pt Frost bed 2'));
    expect(people.look(message('frost still here'))).toEqual([]);
    people.learn(message('pt Frost bed 2'));
    expect(people.look(message('frost still here'))).toHaveLength(1);
  });

  it('learns nothing from phone numbers among the participants', () => {
    expect(namesIn('night all', ['+44 7700 900431', '~'])).toEqual([]);
  });
});

describe("a Trust's own lists", () => {
  it('add names and take names away', () => {
    const local = buildPeople(files, { names: ['Quorlby Zed'], notNames: ['Marjorie'] });
    const found = (text: string) => shown(text, peopleOf(local, []).find(message(text)), 0.5);
    expect(found('quorlby is back')).toEqual(['quorlby: unknown']);
    expect(found('beds on marjorie are closed')).toEqual([]);
  });
});

describe('the reasons', () => {
  it('are plain words without any text of the chat', () => {
    const reasons = new Set<string>();
    for (const chat of readChats()) {
      const people = peopleOf(table, chat.people);
      for (const { text, sender } of chat.messages) {
        for (const { because } of people.find(message(text, sender))) for (const reason of because) reasons.add(reason);
      }
    }
    expect(reasons.size).toBeGreaterThan(20);
    expect([...reasons].sort()).toMatchSnapshot();
  });

  it('are given with their points for names that were not reported too', () => {
    const text = 'Grace from the bank is great';
    const [candidate] = peopleOf(table, []).explain(message(text));
    expect(candidate).toMatchObject({ start: 0, end: 5 });
    expect(candidate?.score).toBeLessThan(3);
    expect(candidate?.points.map(({ because }) => because)).toContain(
      'in the name list, but the word is also ordinary English',
    );
  });

  it('add up to the score, from which the confidence follows', () => {
    const [candidate] = peopleOf(table, []).explain(message('mr bainbridge is nbm'));
    expect(candidate?.points.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(candidate?.score ?? 0);
    expect(peopleOf(table, []).find(message('mr bainbridge is nbm'))[0]?.confidence).toBe(0.95);
  });
});

describe('the same chat', () => {
  it('gives the same findings every time', () => {
    const read = () =>
      readChats().map((chat) => {
        const people = peopleOf(table, chat.people);
        return chat.messages.map(({ text, sender }) => people.find(message(text, sender)));
      });
    expect(read()).toEqual(read());
  });
});
