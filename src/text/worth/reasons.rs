//! Why a sentence was scored so, in a journalist's words.

macro_rules! reasons {
    ($($name:ident $slug:literal $words:literal $speaks_for:literal)*) => {
        /// Something about a sentence that speaks for or against checking it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Reason { $(#[doc = $words] $name),* }

        impl Reason {
            /// All of them, for those who translate.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// A name that never changes: the key of translations.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $slug),* }
            }

            /// What a journalist reads, in English.
            pub fn words(self) -> &'static str {
                match self { $(Self::$name => $words),* }
            }

            /// Whether it makes a sentence more worth checking, or less.
            pub fn speaks_for(self) -> bool {
                match self { $(Self::$name => $speaks_for),* }
            }
        }
    };
}

reasons! {
    Figure "gives-figure" "gives a figure" true
    Money "gives-money" "gives a sum of money" true
    Percentage "gives-percentage" "gives a percentage" true
    Date "gives-date" "gives a date or year" true
    Earlier "compares-earlier" "compares with an earlier time" true
    Compares "compares" "compares" true
    Extreme "names-extreme" "claims a first, a most or a least" true
    NamedOfficial "attributes-official" "attributes to a named official" true
    Attribution "attributes" "says who said or found it" true
    Institution "names-institution" "names an institution" true
    Name "gives-name" "names somebody or something" true
    Change "tells-change" "says that something changed" true
    Deed "tells-deed" "says what was done" true
    Past "tells-past" "speaks of the past" true
    Truth "true-or-false" "calls something true or false" true
    Present "tells-present" "says how things are now" true
    Cause "tells-cause" "says what caused something" true
    General "generalises" "speaks of all, many or none" true
    Topic "public-matter" "is about a public matter" true
    Others "about-others" "is about somebody else" true
    LikeSelected "like-selected" "is worded like what was selected before" true
    Opinion "opinion-words" "opinion words" false
    Judgement "judging-words" "words that judge" false
    Values "speaks-of-values" "speaks of values and hopes" false
    Prediction "prediction" "prediction" false
    Condition "conditional" "says what could or would be" false
    Demand "demand" "says what should be done" false
    Hedged "hedged" "hedged" false
    Question "question" "question" false
    Appeal "appeal" "calls on somebody" false
    FirstPerson "first-person" "first person" false
    Addressed "second-person" "speaks to somebody" false
    Courtesy "courtesy" "greeting or thanks" false
    Boilerplate "boilerplate" "boilerplate" false
    Talk "about-the-talk" "is about the conversation itself" false
    Vague "vague" "vague words" false
    Short "too-short" "too short to stand alone" false
    Broken "broken-off" "broken off" false
    LikeDeclined "like-declined" "is worded like what was declined before" false
}
