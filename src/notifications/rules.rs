//! Why somebody is told of something.

id! {
    /// A notification.
    NotificationId
}

words! {
    /// The reason somebody hears of an event; where several fit, the first of this list counts.
    pub enum Reason {
        Mentioned = "mentioned",
        Answered = "answered",
        Commented = "commented",
        Handed = "handed",
        Assigned = "assigned",
        ToReview = "to_review",
        ToApprove = "to_approve",
        SentBack = "sent_back",
        Approved = "approved",
        Voided = "voided",
        Published = "published",
        ToConfirm = "to_confirm",
    }
}
