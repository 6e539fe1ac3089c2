/**
 * May names be sent without a press? Firefox has a switch of its own for what an extension sends of the pages that are read
 * (`websiteContent`): without it nothing goes by itself, whatever our setting says. Other browsers have none.
 */
import { browser } from '../../lib/messages';

export async function mayAskUnpressed(): Promise<boolean> {
  const granted: object = await browser.permissions.getAll();
  if (!('data_collection' in granted)) return true;
  return Array.isArray(granted.data_collection) && granted.data_collection.includes('websiteContent');
}
