// Files that come with a download and are plainly no chats: settings, contacts, log-ins, style sheets; and what is not for this
// program to read. They are listed with the reason, so that nobody takes them for chats that were passed over. Told by content and by
// the place where an app puts them, both; a file that holds anything like messages is never one of these.

import type { IssueCode } from '../issues.ts';
import type { SourceFile } from '../model.ts';

interface NotChat {
  readonly code: IssueCode;
  is(head: string, path: string): boolean;
}

const JSON_START = /^\ufeff?\s*[{[]/;
const PAGE_START = /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html)/i;
const LIKE_MESSAGES = /"(?:messages|message|content|text|body|senderName|sender_name|sender|from)"\s*:/i;

/** Sections of Meta's downloads, Snapchat's and Discord's that are about the account. */
const ACCOUNT_FOLDER =
  /(?:^|\/)(?:personal_information|preferences|connections|security_and_login_information|ads_information|logged_information|apps_and_websites_off_of_(?:facebook|instagram)|comments_and_reactions|friends_and_followers|followers_and_following|profile_information|other_activity|other_logged_information|ads_and_businesses|about_you|your_topics|your_(?:facebook|instagram)_activity\/(?!messages\/)[^/]+|your_activity_across_facebook\/(?!messages\/)[^/]+)\/|(?:^|\/)(?:account\/user|servers\/index|servers\/\d+\/[a-z-]+)\.json$/;
const ACCOUNT_FILE =
  /(?:^|\/)(?:autofill_information|secret_(?:conversations|groups)|messaging_settings|your_chat_settings_on_web|community_chats_settings|messenger_[a-z_]+|information_about_your_devices|chat_invites_received|integration_logs|user_info|json\/(?:account|account_history|friends|ranking|user_profile|location_history|support_note|terms_history))\.json$/;
const OF_META_PAGE = /class="[^"]*(?:_a6-g|_a706|_2pi0)|facebook\.com\/dyi\//;

/** Names that WhatsApp, Signal and iPhones give to the databases and backups of their messages. */
const PHONE_DATABASE =
  /(?:\.crypt\d{0,2}|(?:^|\/)(?:msgstore|wa|chat|sms|signal|ChatStorage)[^/]*\.(?:db|sqlite|backup))$/i;

const NOT_CHATS: readonly NotChat[] = [
  {
    code: 'phone-database-inside',
    is: (head, path) => head.startsWith('SQLite format 3') || PHONE_DATABASE.test(path),
  },
  {
    // SMS Backup & Restore keeps the calls of a phone in a file of their own.
    code: 'call-list',
    is: (head) => /^\ufeff?\s*<[\s\S]{0,2000}<calls\b/.test(head),
  },
  {
    code: 'legal-return',
    is: (head, path) =>
      PAGE_START.test(head) &&
      (/(?:Facebook|Instagram|Meta|WhatsApp) Business Record/.test(head) ||
        (/(?:^|\/)(?:records|preservation-[^/]*)\.html?$/i.test(path) &&
          /Account Identifier|Unified Messages|linked_media\//.test(head))),
  },
  {
    code: 'account-data',
    is: (head, path) =>
      JSON_START.test(head) &&
      !LIKE_MESSAGES.test(head) &&
      (ACCOUNT_FOLDER.test(path) || ACCOUNT_FILE.test(path) || /"(?:string_list_data|string_map_data)"\s*:/.test(head)),
  },
  {
    code: 'account-data',
    is: (head, path) =>
      PAGE_START.test(head) &&
      OF_META_PAGE.test(head) &&
      !/(?:^|\/)(?:messages|inbox)\//.test(path) &&
      (ACCOUNT_FOLDER.test(path) || /(?:^|\/)start_here\.html$/.test(path)),
  },
  {
    code: 'account-data',
    is: (head, path) =>
      /class="page_wrap/.test(head) &&
      !/class="message /.test(head) &&
      /(?:^|\/)(?:export_results|lists\/[a-z_]+)\.html$/.test(path),
  },
  {
    code: 'page-design',
    is: (head, path) =>
      (/(?:^|\/)css\/style\.css$/.test(path) && /^\s*(?:body|\/\*|\*|html|@)/.test(head)) ||
      (/(?:^|\/)js\/script\.js$/.test(path) && /^\s*(?:"use strict"|\/\*|\/\/|var|function)/.test(head)),
  },
];

/** All reasons, each once. */
export const NOT_CHAT_CODES: readonly IssueCode[] = [...new Set(NOT_CHATS.map(({ code }) => code))];

/** Why a file that looks like no chat is none; undefined when that is not known. */
export const reasonForNoChat = (head: string, path: string): IssueCode | undefined =>
  NOT_CHATS.find(({ is }) => is(head, path))?.code;

/** Snapchat writes its chats as pages too; where the same chats were read from JSON, the pages need not be. */
const SNAPCHAT_PAGE = /^(.*)html\/(?:chat_history|snap_history)[^/]*(?:\/[^/]+)?\.html$/;

export function isTwinPage({ path }: SourceFile, read: ReadonlySet<string>): boolean {
  const around = SNAPCHAT_PAGE.exec(path)?.[1];
  return around !== undefined && read.has(`${around}json/chat_history.json`);
}

/** Icons of Telegram's pages, by the names that it gives them (telegramdesktop/tdesktop, export_output_html.cpp); each is some 1 KB. */
const ICON = /(?:^|\/)images\/(?:back|media_[a-z]+|section_[a-z]+)(?:@2x)?\.png$/;
const LARGEST_ICON = 8_000;

export const isPageIcon = ({ path, bytes }: SourceFile): boolean => ICON.test(path) && bytes <= LARGEST_ICON;
