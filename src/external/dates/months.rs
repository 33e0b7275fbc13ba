//! Names of months, as far as they are needed to tell them apart.

const MONTHS: [&str; 12] = [
    "january jan januar jänner enero ene janeiro janvier janv gennaio gen januari ocak января январь",
    "february feb februar febrero fevereiro fev février févr febbraio februari şubat февраля февраль",
    "march mar märz marzo março mars maart mrt mart марта март",
    "april apr abril abr avril avr aprile nisan апреля апрель",
    "may mai mayo maio maggio mag mei maj mayıs мая май",
    "june jun juni junio junho juin giugno giu haziran июня июнь",
    "july jul juli julio julho juillet juil luglio lug temmuz июля июль",
    "august aug agosto ago août augustus agustus augusti ağustos августа август",
    "september sep sept septiembre setiembre setembro set septembre settembre eylül сентября сентябрь",
    "october oct oktober okt octubre outubro out octobre ottobre ott ekim октября октябрь",
    "november nov noviembre novembro novembre kasım ноября ноябрь",
    "december dec dezember dez diciembre dic dezembro décembre déc dicembre desember aralık декабря декабрь",
];

/// The number of a month by its name or abbreviation in lower case.
pub(super) fn named(word: &str) -> Option<u32> {
    let at = MONTHS.iter().position(|names| names.split(' ').any(|name| name == word))?;
    u32::try_from(at + 1).ok()
}
