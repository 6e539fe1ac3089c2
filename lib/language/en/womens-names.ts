import { wordList } from '../word-list';

/** Given names by which "Mrs. Bush" is told from "Mr. Bush", folded. */
export const womensNames = wordList(`
  aisha alexandria alice amal amy ana andrea angela angelina anita ann anna anne annegret annalena asma aung barbara
  beatrice benazir bertha betsy beverly billie brigitte camilla carla carmen carol caroline carolyn carrie catherine
  cecile charlotte chelsea cherie christiane christina christine claire claudia condoleezza cristina cynthia dalia
  danielle deborah debbie denise diana diane dilma dina dolores donna dorothy edith eileen elaine elena eleanor elisabeth
  elizabeth ella ellen emily emma erika erna esther eva evelyn fatima federica florence frances gabriela gabrielle giorgia
  gina giulia gloria golda grace greta gretchen hannah hanan hasina heather heidi helen helena helle hillary ida ilhan
  imelda indira ines ingrid irene isabel isabella ivanka jacinda jackie jacqueline jane janet jeanne jeanette jennifer jenny
  jessica jill joan joanna josephine joy joyce judith judy julia julie kaja kamala karen karin karine kate katherine
  kathleen kathryn kathy katie keiko kellyanne kelly kim kirsten kristalina kristi laura leila lena leni leslie linda lisa
  liz lori louise lucy lynn madeleine maia malala manuela margaret margarethe margrethe maria marie marina marine marion
  marjorie martha mary mary-ann maryam mary-lou mathilde maureen megawati meghan melania melinda melissa mette michelle
  mo molly monica muriel nadia najat nancy naomi natalia natalie nicola nikki nina nora olga olivia paetongtarn pamela
  pat patricia paula pauline penny priti rachel rebecca renate rita roberta robyn ronna rosa rosalynn rose roseanne roxana
  ruth sabine samantha sandra sanna sara sarah segolene sheikh sheila shirley simone sofia sonia sonja sophie stella
  stephanie stephenie stormy susan suzanne suu svetlana sylvia tammy tansu tarja teresa theresa thuli tulsi ursula valerie
  vanessa vera veronica victoria viktoria vigdis violeta virginia vivian whitney winnie yingluck yulia zoe zuzana`);
