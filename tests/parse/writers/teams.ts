// Teams and Skype: what Microsoft gives a person of their own chats, and the messages that Graph gives an administrator. Words as HTML.

import { type Chat, changed, type Files, ownerOf, type Said, type Writer } from './chat.ts';
import { asShown, escaped, marked } from './html.ts';

function personal(work: boolean): (chat: Chat) => Files {
  return (chat) => {
    const idOf = (name: string): string =>
      work ? `8:orgid:0-${chat.people.indexOf(name)}` : `8:live:p${chat.people.indexOf(name)}`;
    const chatId = work ? '19:aaaa@thread.v2' : '19:bbbb@thread.skype';
    const messages = chat.messages.map(({ at, sender, text, attachment }, index) => ({
      id: String(index),
      displayName: sender === ownerOf(chat) ? null : sender,
      originalarrivaltime: `${at}.000Z`,
      messagetype: work ? 'RichText/Html' : 'RichText',
      version: 1,
      content: work ? `<p>${marked(text)}</p>` : escaped(text),
      conversationid: chatId,
      from: idOf(sender),
      properties: attachment === undefined ? null : { files: JSON.stringify([{ fileName: attachment }]) },
      amsreferences: null,
    }));
    const conversation = {
      id: chatId,
      displayName: null,
      version: 1,
      properties: {},
      threadProperties: { membercount: chat.people.length, topic: chat.title },
      MessageList: messages.reverse(),
    };
    const whole = { userId: idOf(ownerOf(chat)), exportDate: '2025-01-01T10:00', conversations: [conversation] };
    return { 'messages.json': JSON.stringify(whole) };
  };
}

function graph(type: 'html' | 'text'): (chat: Chat) => Files {
  return ({ people, messages }) => {
    const written = messages.map(({ at, sender, text, attachment }, index) => ({
      id: String(index),
      messageType: 'message',
      createdDateTime: `${at}.12Z`,
      lastEditedDateTime: null,
      deletedDateTime: null,
      subject: null,
      chatId: '19:bbbb@thread.v2',
      from: { application: null, device: null, user: { id: `u${people.indexOf(sender)}`, displayName: sender } },
      body: { contentType: type, content: type === 'html' ? `<p>${marked(text)}</p>` : text },
      attachments:
        attachment === undefined ? [] : [{ id: 'a', contentType: 'reference', name: attachment, content: null }],
      mentions: [],
    }));
    const whole = { '@odata.context': 'https://graph.example.org/$metadata#chats/messages', value: written.reverse() };
    return { 'messages.json': JSON.stringify(whole) };
  };
}

/** Words without a sign of markup stand as they were typed. */
const read = (text: string, work: boolean): string => (work || escaped(text) !== text ? asShown(text) : text);

const kept =
  (work: boolean) =>
  (chat: Chat): Said[] =>
    changed(chat, ({ sender, text }) => ({
      sender: sender === ownerOf(chat) ? 'You' : sender,
      text: read(text, work),
    }));

export const microsoftExport: readonly Writer[] = [
  { layout: 'Teams', clock: 'seconds', write: personal(true), kept: kept(true) },
  { layout: 'Skype', clock: 'seconds', write: personal(false), kept: kept(false) },
];
export const teamsGraph: readonly Writer[] = [
  {
    layout: 'words as HTML',
    clock: 'seconds',
    write: graph('html'),
    kept: (chat) => changed(chat, ({ text }) => ({ text: asShown(text) })),
  },
  { layout: 'plain words', clock: 'seconds', write: graph('text') },
];
