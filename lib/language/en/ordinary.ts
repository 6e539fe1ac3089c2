import { wordList } from '../word-list';

/**
 * Ordinary words that are also names. On their own at the start of a sentence, or in a title-case headline, their
 * capital proves nothing.
 */
export const ordinary = wordList(`
  home world opinion comments comment news sport sports business politics culture life style travel video photo photos live
  more about contact search menu share subscribe times time post sun mirror guardian hill independent standard express
  economist nature science fortune money week apple amazon meta target shell gap visa square block oracle orange sprint
  uber stripe slack zoom alphabet signal telegram twitter gold oil gas may march will mark rose grace hope faith joy bush brown black white
  green gray grey young long short major price rice cook baker butler carter cooper fisher hunter mason miller parker
  porter smith taylor turner walker ward wood woods bell bill bob frank grant jack pat rob sue art chase chance chip drew
  earl guy jean king lance norm rich stone hill lake ford page pound rand real won yen euro bath reading sandwich nice mobile buffalo
  phoenix orlando independence labour labor greens liberals conservatives democrats republicans congress parliament
  senate house court union league council commission assembly fed bank treasury pentagon capitol antiwar war peace
  justice freedom liberty solidarity unity force forces guard guards shield storm blue red eagle hawk lion tiger bear
  shining path way dawn forward progress reform alliance movement party front state base bases core rock monitor
  observer herald tribune journal globe star sky wire axios variety vice vox quartz atlantic nation intercept insider
  jobs street wall bridge tower gate park field ring box net web cloud edge chrome safari android windows office word excel
  sage delta united southern northern eastern western central general federal national international global universal
  progressive allied prudential principal discover capital metro tube tide dove gain cheer crest shout dial`);
