import { wordList } from './word-list';

/**
 * Given names that tell "Mrs. Bush" from "Mr. Bush", folded, from all languages: people in the news come from
 * everywhere.
 */
export const womensNames = wordList(`
  becky beth betty bonnie brenda cathy cheryl cindy connie courtney debra doris erica erin fiona gail janice jen kristen lauren
  lois maggie marilyn megan nicole pam peggy phyllis priscilla renee sally sharon sherry stacy tara tina tracy vicki wanda wendy yvonne
  aisha alexandria alice amal amy ana angela angelina anita ann anna annalena anne annegret asma aung barbara beatrice
  benazir bertha betsy billie brigitte camilla carla carmen carol caroline carolyn carrie catherine cecile charlotte
  chelsea cherie christiane christina christine claire claudia condoleezza cristina cynthia dalia danielle debbie
  deborah denise diana diane dilma dina dolores donna dorothy edith eileen elaine eleanor elena elisabeth elizabeth
  ella ellen emily emma erika erna esther eva fatima federica florence frances gabriela gabrielle gina giorgia giulia
  gloria golda grace greta gretchen hanan hannah hasina heather heidi helen helena helle hillary ida ilhan imelda
  indira ines ingrid irene isabel isabella ivanka jacinda jackie jacqueline jane janet jeanette jeanne jennifer jenny
  jessica jill joanna josephine joy joyce judith judy julia julie kaja kamala karen karin karine kate katherine
  kathleen kathryn kathy katie keiko kellyanne kirsten kristalina kristi laura leila lena leni linda lisa liz lori
  louise lucy lynn madeleine maia malala manuela margaret margarethe margrethe maria marie marina marine marjorie
  martha mary mary-ann mary-lou maryam mathilde maureen megawati meghan melania melinda melissa mette michelle molly
  monica muriel nadia najat nancy naomi natalia natalie nikki nina nora olga olivia paetongtarn pamela patricia paula
  pauline penny priti rachel rebecca renate rita roberta robyn ronna rosa rosalynn rose roseanne roxana ruth sabine
  samantha sandra sanna sara sarah segolene sheila shirley sofia sonia sonja sophie stella stephanie stephenie stormy
  susan suu suzanne svetlana sylvia tammy tansu tarja teresa theresa thuli tulsi ursula valerie vanessa vera veronica
  victoria vigdis viktoria violeta virginia whitney winnie yingluck yulia zoe zuzana`);

/** Given names of both women and men; "Kim" is also a surname. */
export const eitherNames = wordList(
  'alex andrea ashley beverly evelyn jamie jean joan kelly kim lee leslie marion nicola park pat robin sam sasha simone taylor vivian',
);
