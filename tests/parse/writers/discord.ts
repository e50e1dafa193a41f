// Discord: DiscordChatExporter's JSON and plain text, and Discord's own download, which holds only what the owner wrote.

import { type Chat, changed, type Files, ownerOf, partsOf, type Said, two, type Writer } from './chat.ts';

const ID = '1180345';
const addressOf = (name: string): string =>
  `https://cdn.discordapp.com/attachments/${ID}/9/${encodeURIComponent(name)}?ex=1`;

function exporter({ title, people, messages }: Chat): Files {
  const written = messages.map(({ at, sender, text, attachment }, index) => ({
    id: String(index + 1),
    type: 'Default',
    timestamp: `${at}.482+00:00`,
    timestampEdited: null,
    callEndedTimestamp: null,
    isPinned: false,
    content: text,
    author: {
      id: String(100 + people.indexOf(sender)),
      name: `user${people.indexOf(sender)}`,
      nickname: sender,
      isBot: false,
      roles: [],
    },
    attachments:
      attachment === undefined
        ? []
        : [{ id: '9', url: addressOf(attachment), fileName: attachment, fileSizeBytes: 10 }],
    embeds: [],
    stickers: [],
    reactions: [],
    mentions: [],
  }));
  const channel = { id: ID, type: 'GuildTextChat', categoryId: '5', category: 'Wards', name: title, topic: null };
  const whole = {
    guild: { id: '1', name: 'St Elsewhere', iconUrl: '' },
    channel,
    dateRange: { after: null, before: null },
    exportedAt: '2025-01-01T09:00:00.0000000+00:00',
    messages: written,
    messageCount: written.length,
  };
  return { [`St Elsewhere - Wards - chat [${ID}].json`]: JSON.stringify(whole, null, 2) };
}

const BOX = '='.repeat(62);

function exporterText({ title, messages }: Chat): Files {
  const written = messages.map(({ at, sender, text, attachment }) => {
    const { year, month, day } = partsOf(at);
    const files = attachment === undefined ? '' : `\n{Attachments}\n${addressOf(attachment)}\n`;
    return `[${two(day)}/${two(month)}/${year} ${at.slice(11, 16)}] ${sender}\n${text === '' ? '' : `${text}\n`}${files}\n`;
  });
  return {
    [`St Elsewhere - Wards - chat [${ID}].txt`]: `${BOX}\nGuild: St Elsewhere\nChannel: Wards / ${title}\n${BOX}\n\n${written.join('')}${BOX}\nExported ${messages.length} message(s)\n${BOX}\n`,
  };
}

const own = (chat: Chat): readonly Said[] => chat.messages.filter(({ sender }) => sender === ownerOf(chat));

function ownDownload(chat: Chat): Files {
  const messages = own(chat).map(({ at, text, attachment }, index) => ({
    ID: 1313500000000000000 + index * 1000,
    Timestamp: at.replace('T', ' '),
    Contents: text,
    Attachments: attachment === undefined ? '' : addressOf(attachment),
  }));
  return {
    [`package/messages/c${ID}/messages.json`]: JSON.stringify(messages.reverse(), null, 2),
    [`package/messages/c${ID}/channel.json`]: JSON.stringify({ id: ID, type: 'GUILD_TEXT', name: chat.title }),
    'package/messages/index.json': JSON.stringify({ [ID]: chat.title }),
    'package/account/user.json': JSON.stringify({ id: '100', username: ownerOf(chat), email: 'kit@example.org' }),
  };
}

/** Attachments are named by their addresses, with the signs that addresses need. */
const addressed = (chat: Pick<Chat, 'messages'>): Said[] =>
  changed(chat, ({ attachment }) => (attachment === undefined ? {} : { attachment: encodeURIComponent(attachment) }));

export const discord: readonly Writer[] = [{ layout: 'discord-exporter', clock: 'seconds', write: exporter }];
export const discordText: readonly Writer[] = [
  { layout: 'discord-text', clock: 'minutes', write: exporterText, kept: addressed },
];
export const discordPackage: readonly Writer[] = [
  {
    layout: 'discord-package',
    clock: 'seconds',
    write: ownDownload,
    kept: (chat) => addressed({ messages: own(chat) }),
  },
];
