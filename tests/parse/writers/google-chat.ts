// Google Chat from Google Takeout: messages.json and group_info.json in the folder of the conversation.

import { type Chat, dayName, type Files, monthName, partsOf, twelveHours, type Writer } from './chat.ts';

function write({ title, people, messages }: Chat): Files {
  const personOf = (name: string) => ({ name, email: `user${people.indexOf(name)}@example.org`, user_type: 'Human' });
  const written = messages.map(({ at, sender, text, attachment }, index) => {
    const { year, day } = partsOf(at);
    const clock = twelveHours(at, ['\u202fAM', '\u202fPM'], true);
    return {
      creator: personOf(sender),
      created_date: `${dayName(at)}, ${monthName(at)} ${day}, ${year} at ${clock} UTC`,
      ...(text === '' ? {} : { text }),
      ...(attachment === undefined
        ? {}
        : { attached_files: [{ original_name: attachment, export_name: `File-${attachment}` }] }),
      topic_id: `t${index}`,
      message_id: `AAAAq1w2e3/t${index}/t${index}`,
    };
  });
  const folder = 'Takeout/Google Chat/Groups/Space AAAAq1w2e3';
  return {
    [`${folder}/messages.json`]: JSON.stringify({ messages: written }, null, 2),
    [`${folder}/group_info.json`]: JSON.stringify({ name: title, members: people.map(personOf) }, null, 2),
  };
}

export const googleChat: readonly Writer[] = [{ layout: 'google-takeout', clock: 'seconds', write }];
