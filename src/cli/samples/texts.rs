//! The sample desk's own pages.

pub const METHODOLOGY: &str = "This is sample content about a town that does not exist.\n\n\
We check statements that can be checked, that matter to people in Brackwater, and that many have read. We do not check \
opinions or predictions.\n\nA reviewer collects evidence for and against, quotes it word for word from a copy that we keep, \
and proposes a verdict. A colleague reads it against the copies. An editor who wrote none of it approves exactly what you \
read, or sends it back. Nothing is published that one person alone has seen.";
pub const CORRECTIONS: &str = "This is sample content about a town that does not exist.\n\n\
When we get something wrong we say so on the check itself, with the date, what was wrong and what is right. Every earlier \
version stays readable at its own address. Write to us if you think we are wrong; we answer every letter that names a check.";
pub const ORGANISATION: &str =
    "This is sample content. The Brackwater Desk is the fictional fact-checking desk of a fictional town.";
pub const FUNDING: &str = "This is sample content. Nobody pays for a desk that does not exist.";
