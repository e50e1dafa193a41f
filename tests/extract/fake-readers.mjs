// Readers that do what a hostile file can make a real one do. They run in the processes of the program, so this is plain JavaScript.

const NOTHING = { passages: [], facts: [], inner: [], unread: [] };
const said = (text) => ({ ...NOTHING, passages: [{ place: '', text, by: 'typed' }] });

const TRICKS = {
  hang: () => {
    for (;;) Math.random();
  },
  crash: () => process.exit(3),
  throw: () => {
    throw new Error('Jane Smith.pdf is broken');
  },
  hog: () => {
    const held = [];
    for (;;) held.push(Buffer.alloc(16 << 20, 1));
  },
  fetch: async () => said(await attempt(() => fetch('http://127.0.0.1:9/'))),
  dns: async () => said(await attempt(async () => (await import('node:dns')).promises.lookup('example.org'))),
  https: async () =>
    said(
      await attempt(async () => {
        const { get } = await import('node:https');
        return new Promise((_, fail) => get('https://127.0.0.1:9/').on('error', fail));
      }),
    ),
  inner: () => ({
    ...said('outside'),
    inner: [
      { name: 'note 1', bytes: Buffer.from('good') },
      { name: 'note 2', bytes: Buffer.from('crash') },
    ],
  }),
  matryoshka: () => ({ ...said('doll'), inner: [{ name: 'doll', bytes: Buffer.from('matryoshka') }] }),
};

async function attempt(doing) {
  try {
    await doing();
    return 'went online';
  } catch (error) {
    return error.message;
  }
}

export let reads = 0;
const reader = (kind, ready) => async () => ({ kind, title: `fake ${kind}`, packages: ['no-such-package'], ready });

export const READERS = {
  text: reader('text', async () => ({
    read: async (bytes) => {
      const word = Buffer.from(bytes).toString('utf8').trim();
      reads += 1;
      return TRICKS[word] ? TRICKS[word]() : { ...said(`${word} ${reads}`) };
    },
  })),
  pdf: reader('pdf', async () => import(['no-such', 'package'].join('-'))),
};
