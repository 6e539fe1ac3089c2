/** Words that say nothing about the subject and open sentences; each list adds its own. Folded. */
export const SMALL_WORDS = `
  a about above according across after again against ago all almost along already also although always among an and
  another any are around as at away back because before being below between both but by can could did do does down
  during each either else even ever every few first for former friday from give had has have he her here his how
  however i if in indeed instead into is it its just last late later least less like many may maybe monday more most
  much my near nearly never new next no none nor not nothing now of off on once one only onto or other others our out
  over own per perhaps quite rather saturday say says see several she should since so some something soon still such
  sunday take than that the their them then there therefore these they this those though three through thursday thus
  to today together too toward towards tuesday two under until up upon us via was we wednesday were what when where
  whether which while who whose why will with within without would yes yesterday yet you your`;
