import { describe, expect, it } from 'vitest';
import { titleFromNames } from '../../src/parse/titles.ts';

describe('the title that names suggest', () => {
  it.each([
    ['WhatsApp Chat with Ward 7.txt', 'Ward 7'],
    ['WhatsApp Chat with Ward 7 (1).txt', 'Ward 7'],
    ['WhatsApp Chat with Ward 7.txt.txt', 'Ward 7'],
    ['WhatsApp_Chat_with_Ward_7.txt', 'Ward 7'],
    ['WhatsApp.Chat.with.Ward.7.txt', 'Ward 7'],
    ['WhatsApp Chat with Ward 7_ nights.txt', 'Ward 7_ nights'],
    ['WhatsApp-Chat mit Station 7.txt', 'Station 7'],
    ['Discussion WhatsApp avec Service 7.txt', 'Service 7'],
    ['Chat de WhatsApp con Planta 7.txt', 'Planta 7'],
    ['Chat WhatsApp con Reparto 7.txt', 'Reparto 7'],
    ['Conversa do WhatsApp com Ala 7.txt', 'Ala 7'],
    ['Conversa no WhatsApp com Ala 7.txt', 'Ala 7'],
    ['WhatsApp-chat met Afdeling 7.txt', 'Afdeling 7'],
    ['Chat WhatsApp s\u00a0uživatelem Oddělení 7.txt', 'Oddělení 7'],
    ['Чат WhatsApp с\u00a0контактом Палата 7.txt', 'Палата 7'],
    ['与七病房的 WhatsApp 聊天.txt', '七病房'],
    ['nights.txt', 'nights'],
  ])('of %s is %s', (name, title) => {
    expect(titleFromNames(name, name)).toBe(title);
  });

  it.each([
    ['_chat.txt', 'exports/WhatsApp Chat - Ward 7.zip', 'Ward 7'],
    ['_chat.txt', 'C:\\exports\\WhatsApp Chat - Ward 7 🏥.zip', 'Ward 7 🏥'],
    ['chat.txt', '/tmp/Ward 7_ nights.zip', 'Ward 7_ nights'],
    ['WhatsApp Chat - Ward 7.zip!/_chat.txt', 'all.zip', 'Ward 7'],
    ['WhatsApp Chat - Ward 7/_chat.txt', 'all.zip', 'Ward 7'],
    ['_chat.txt', '_chat.txt', ''],
  ])('of %s in %s is "%s"', (path, source, title) => {
    expect(titleFromNames(path, source)).toBe(title);
  });
});
