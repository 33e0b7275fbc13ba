//! Words that stand for each other.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Words of which one often stands where the other is meant.
#[rustfmt::skip]
const GROUPS: &str = "\
    photo photograph picture image pic snapshot selfie|video footage clip film recording|\
    immigrant migrant immigration migration refugee asylum undocumented|\
    covid covid19 coronavirus corona pandemic virus|usa america american us states|uk britain british england english|\
    climate warming greenhouse|gun guns firearm rifle weapon pistol handgun|\
    democrat democrats democratic dem dems liberal|republican republicans gop conservative|\
    kill killed killing murder murdered slain dead death die died dies|shooting shooter shot gunman massacre|\
    doctor physician|police cop cops officer|car vehicle automobile|child children kid kids|dad father|mom mother mum|\
    vote voter ballot voting election|fire wildfire blaze burning burn|job jobs employment unemployment unemployed|\
    wage wages salary income pay earnings|tax taxes taxpayer taxation|money dollar dollars cash fund|\
    law bill legislation act statute|ban banned prohibit prohibited outlaw outlawed forbid|\
    close closed closing shut shutdown shutting|jail prison imprisoned incarcerated inmate|\
    arrest arrested detained custody|sick ill illness disease|buy bought purchase purchased|quit resign resigned|\
    fake hoax false bogus phony fraudulent|photoshopped doctored altered edited manipulated|\
    muslim muslims islam islamic|jew jews jewish|isis isil daesh|illegal illegally unlawful|\
    company corporation firm business|school student students pupil classroom|college university|\
    soldier soldiers troops military army|terror terrorist terrorists terrorism|nuclear atomic nuke nukes|\
    oil petroleum gas gasoline|food grocery groceries|religion religious church|statue monument memorial|\
    black african|white caucasian|billion bn|percent percentage|cure treat treatment remedy|\
    vaccine vaccination vaccinated vaccines vax immunization|mask masks|drug drugs narcotic medication medicine|\
    obamacare healthcare|poor poverty|rich wealthy billionaire millionaire|debt deficit|abortion abort fetus unborn|\
    crime criminal criminals|attack attacked assault assaulted strike|bomb bombs explosive bombing|\
    plane airplane aircraft jet flight|ship boat vessel|wall fence barrier border|\
    protest protester protesters demonstration demonstrator rally riot march|trash garbage litter|dog puppy|cat kitten|\
    baby infant newborn|wedding marriage marry married|letter note memo|sign signs poster billboard placard|\
    tweet tweeted twitter|book novel|song music|movie film|donate donation donated charity|speech address remarks|\
    russia russian russians kremlin moscow putin|china chinese beijing|iran iranian iranians tehran|iraq iraqi iraqis|\
    mexico mexican mexicans|israel israeli israelis|france french paris|germany german germans|japan japanese|\
    syria syrian syrians|saudi arabia saudis|canada canadian canadians|europe european eu|spain spanish|italy italian|\
    sweden swedish|australia australian|india indian|ukraine ukrainian kiev kyiv|korea korean|turkey turkish|\
    cuba cuban|afghanistan afghan|pakistan pakistani|texas texan|california californian";

static GROUP_OF: LazyLock<HashMap<&str, usize>> = LazyLock::new(|| {
    let mut found: HashMap<&str, usize> = HashMap::new();
    for (group, words) in GROUPS.split('|').enumerate() {
        for word in words.split_whitespace() {
            found.entry(word).or_insert(group);
        }
    }
    found
});

/// The group of words that a folded word can stand for, if it belongs to one.
pub(super) fn group(folded: &str) -> Option<usize> {
    GROUP_OF.get(folded).copied().or_else(|| GROUP_OF.get(folded.strip_suffix('s')?).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_group_stand_for_each_other() {
        assert_eq!(group("photo"), group("pictures"));
        assert_ne!(group("photo"), group("video"));
        assert_eq!(group("wombat"), None);
    }
}
