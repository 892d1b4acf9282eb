// What is weighed best gives way to another place where reporting says so: by what, and what stays where it is.
import { afterAll, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { placeOfCount } from './place-of-count.ts'

const gazetteer = openGazetteer()
afterAll(() => { gazetteer.close() })

const placeOf = (text: string): string | null => placeOfCount(text, gazetteer)

it.each([
  ['Shells hit a market in Marib on Monday. Officials in Sanaa said nine traders died.', 'Marib', 'a capital where words are spoken'],
  ['Fighting went on near Kupiansk on Monday. The ministry in Moscow counted nine soldiers killed.', 'Kupiansk', 'a capital where a body sits that counts what befell elsewhere'],
  ['Fighting went on near Kupiansk on Monday. The general staff in Kyiv said nine soldiers were killed.', 'Kupiansk', 'and that of an army'],
  ['Fighting went on near Kupiansk on Monday. A missile hit the defence ministry in Kyiv, killing nine clerks.', 'Kyiv', 'the body itself is hit'],
  ['Shells hit a market in Marib on Monday. Officials in Taiz said nine traders died.', 'Taiz', 'officials of a town speak for it'],
  ['Shells hit a market in Marib on Monday. Nine traders died there, said a spokesman for the governor of Taiz.', 'Marib', 'a place told before is "there"'],
  ['Gunmen attacked the town of Menaka on Monday. A councillor of Gao said that nine people were wounded in the attack.', 'Menaka', 'the attack was where it was told, wherever he sits who speaks of it'],
  ['Shells hit a market in Goma on Monday. In Kinshasa, government spokesman Jean Mbala said nine traders had died.', 'Goma', 'a state speaks in its capital'],
  ['Shells hit a market in Goma on Monday. In Bukavu, health official Jean Mbala said nine traders had died.', 'Bukavu', 'a town of its own'],
  ['A bomb killed nine guests in a hotel in Mogadishu on Monday. The Somali envoy in Geneva, Yasin Barre, was among those killed in the attack.', 'Mogadishu', 'an office in another land'],
  ['War goes on in Sudan. At least 100 people have been killed since November in raids of a group with origins in Uganda.', 'Sudan', 'where a group comes from'],
  ['A bomb hit a bus in Bambari on Monday. A CAR soldier was wounded.', 'Bambari', 'whose soldier he is'],
  ['The ambush of a convoy heading for Niger, in the Gao region, killed six soldiers on Monday.', 'Gao Region', 'where a convoy is bound for'],
  ['War goes on in Yemen. A shell hit a bakery in Aden on Monday. Elsewhere in the country, a bomb wounded three soldiers.', 'Yemen', 'not the town told before'],
  ['War goes on in Yemen. A shell hit a bakery in Aden on Monday. In another part of the country, a bomb wounded three soldiers.', 'Yemen', 'nor in another part'],
  ['War goes on in Yemen. A shell hit a bakery in Aden on Monday. Elsewhere in Marib, a bomb wounded three soldiers.', 'Marib', 'the town that it goes on to name'],
  ['War goes on in Yemen. A shell hit a bakery in Aden on Monday. Later that day, a bomb wounded three soldiers.', 'Aden', 'nothing says that it was elsewhere'],
  ['In Marib rebels shelled a market, killing nine traders, two officials in Taiz said.', 'Marib', 'what the sentence puts it in'],
  ['In Sumy a drone hit a bus on Monday. Nine travellers died, the governor of Sumy region said.', 'Sumy', 'a region speaks for its towns'],
  ['A bomber struck in the town of Manbij on Monday. Nine guards died in the attack, the deadliest in Syria this year.', 'Manbij', 'the attack was where it was told'],
  ['A bomber struck in the town of Manbij on Monday. Nine guards died in Syria this year.', 'Syria', 'no attack is pointed back to'],
  ['Shells hit Tyre on Monday. The Lebanese health ministry said 3,500 people had been killed since October 2029.', 'Lebanon', 'a total of the land whose ministry gives it'],
  ['Iran\'s health ministry said 610 people had been killed since 13 April.', 'Iran', 'and where nothing else names a place'],
  ['Kenyan police said four people had been killed.', 'Kenya', 'no total either'],
  ['Shells hit Tyre on Monday. The Lebanese health ministry said nine people had been killed.', 'Tyre', 'no total'],
  ['Police have detained 40 Amhara youths in Addis Ababa, residents said.', 'Addis Ababa', 'whose the people are is not where they were'],
  ['Raiders stormed a festival in Marib on Monday, and 40 guests were kidnapped and taken to Taiz.', 'Marib', 'where those taken away ended up is not where they were taken'],
  ['Raiders stormed a festival in Marib on Monday. Another 40 guests were kidnapped in Taiz.', 'Taiz', 'where they were taken'],
  ['Police have detained 40 youths in Amhara, residents said.', 'Amhara Region', 'where they were, without another place'],
  ['Drones hit a house in Sumy on Monday. Ukraine’s air force said it had shot down 73 of 133 drones overnight.', 'Ukraine', 'the night’s drones of a whole air force'],
  ['Drones hit a house in Sumy on Monday. Ukraine’s air force said it had shot down 73 drones over Poltava overnight.', 'Poltava', 'said to be over a town'],
  ['Rockets hit Thailand on Monday. Officials said 11 people were killed, most of them in a strike near a station in Sisaket province.', 'Thailand', 'where most of them were is not where all were'],
  ['Rockets hit Thailand on Monday. Officials said 11 people were killed in a strike near a station in Sisaket province.', 'Sisaket Province', 'where all were'],
  ['War goes on in Sudan. In Myanmar 1.8 million people have been displaced, while those displaced in Syria rose to 6 million.', 'Syria', 'each part of a sentence has its place'],
  ['Syria is at war. Shells hit Homs on Friday. The battle to retake Manbij city entered its ninth week on Monday. More than 500 people have been killed since it began.', 'Manbij', 'the whole of a fight for a town'],
  ['Syria is at war. Shells hit Homs on Friday. The governor visited Manbij city on Monday. More than 500,000 people have been killed in the country since the war began.', 'Syria', 'no fight is told of'],
  ['Shells hit the Taji military base on Friday. Rockets hit a house in Baiji. Eleven were wounded on the base, they said.', 'Taji', 'the base is the one told before'],
  ['Shells hit the Taji military base and the Rawah military base on Friday. Rockets hit a house in Baiji. Eleven were wounded on the base, they said.', 'Baiji', 'one of two bases'],
  ['Shells hit the Taji military base on Friday. Rockets hit a house in Baiji. Eleven were wounded near a base, they said.', 'Baiji', 'a base not told before'],
  ['Planes bombed a feast in Moe Tar village of Katha township on Monday, killing nine people.', 'Moe Tar', 'a village of a township'],
  ['Gunmen killed nine soldiers in the desert of the al-Boura region in the eastern countryside of Deir ez-Zor on Monday.', 'al-Boura', 'an area in the country round a town'],
  ['Gunmen killed nine soldiers in the eastern countryside of Deir ez-Zor on Monday.', 'Deir ez-Zor', 'the country round a town alone'],
  ['Shells fell across Lebanon on Monday. Nine people were killed in the country on Tuesday.', 'Lebanon', 'a country told by what it is'],
  ['A drone hit the livestock market of Kosti, in Sudan’s White Nile state, on Monday. Witnesses said it had circled for some minutes. The market is held on open ground. “I ran,” said a herder. He had come with sheep. The sheep were gone. The road was empty. Nobody spoke. A queue formed before sunrise. A radio played. The wind rose. Doors stayed shut. Children slept. A dog barked. Then it was still. A student and a driver were killed in the second explosion. Officers kept silent. Qatar, which denies arming the rebels, condemned the strike.', 'Sudan', 'a land named as somebody’s alone is where its towns are; another that is only spoken of is not'],
])('%s', (text, place) => { expect(placeOf(text)).toBe(place) })
