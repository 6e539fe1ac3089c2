/**
 * May names be sent without a press? Firefox has its own permission for what an extension sends about pages
 * (`websiteContent`): without it nothing is sent automatically, whatever our setting says. Other browsers have none.
 */
import { browser } from '../../lib/messages';

export async function mayAskUnpressed(): Promise<boolean> {
  const granted: object = await browser.permissions.getAll();
  if (!('data_collection' in granted)) return true;
  return Array.isArray(granted.data_collection) && granted.data_collection.includes('websiteContent');
}
