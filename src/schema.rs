//! diesel's tables, as the migrations leave them; a test compares both.

diesel::table! {
    log_head (id) {
        id -> Integer,
        seq -> BigInt,
        hash -> Text,
    }
}

diesel::table! {
    events (seq) {
        seq -> BigInt,
        at -> Timestamp,
        kind -> Text,
        subject_kind -> Text,
        subject_id -> Text,
        state -> Text,
        actor -> Text,
        content_hash -> Nullable<Text>,
        commitment -> Text,
        prev_hash -> Text,
        hash -> Text,
    }
}

diesel::table! {
    event_words (seq) {
        seq -> BigInt,
        salt -> Text,
        words -> Text,
    }
}

diesel::table! {
    content_documents (hash) {
        hash -> Text,
        body -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    secrets (name) {
        name -> Text,
        value -> Text,
    }
}

diesel::table! {
    desk (id) {
        id -> Text,
        name -> Text,
        time_zone -> Text,
        language -> Text,
        peer_review -> Bool,
        byline -> Text,
        contact -> Text,
        sample -> Bool,
        revision -> Integer,
        created_at -> Timestamp,
    }
}

diesel::table! {
    gate_settings (gate) {
        gate -> Text,
        level -> Text,
    }
}

diesel::table! {
    people (id) {
        id -> Text,
        email -> Text,
        name -> Text,
        role -> Text,
        state -> Text,
        password_hash -> Text,
        revision -> Integer,
        created_at -> Timestamp,
    }
}

diesel::table! {
    sessions (id) {
        id -> Text,
        person_id -> Text,
        created_at -> Timestamp,
        seen_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    parked_forms (id) {
        id -> Text,
        person_id -> Text,
        path -> Text,
        fields -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    invitations (id) {
        id -> Text,
        token_hash -> Text,
        email -> Text,
        name -> Text,
        role -> Text,
        state -> Text,
        invited_by -> Text,
        created_at -> Timestamp,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    access (subject_id, person_id) {
        subject_id -> Text,
        person_id -> Text,
    }
}

diesel::table! {
    topics (id) {
        id -> Text,
        name -> Text,
        slug -> Text,
        state -> Text,
        revision -> Integer,
        created_at -> Timestamp,
    }
}

diesel::table! {
    articles (id) {
        id -> Text,
        kind -> Text,
        title -> Text,
        outlet -> Text,
        author -> Text,
        url -> Nullable<Text>,
        published_on -> Nullable<Date>,
        language -> Text,
        restricted -> Bool,
        freely_showable -> Bool,
        slug -> Nullable<Text>,
        revision -> Integer,
        created_by -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    article_versions (id) {
        id -> Text,
        article_id -> Text,
        number -> Integer,
        blob -> Text,
        filename -> Nullable<Text>,
        media_type -> Text,
        charset -> Text,
        extractor -> Text,
        text -> Text,
        text_hash -> Text,
        words -> Integer,
        created_by -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    claimants (id) {
        id -> Text,
        name -> Text,
        kind -> Text,
        aliases -> Text,
        description -> Text,
        same_as -> Nullable<Text>,
        private -> Bool,
        revision -> Integer,
        created_by -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    claims (id) {
        id -> Text,
        article_id -> Nullable<Text>,
        version_id -> Nullable<Text>,
        start_at -> Nullable<Integer>,
        end_at -> Nullable<Integer>,
        exact -> Nullable<Text>,
        prefix -> Nullable<Text>,
        suffix -> Nullable<Text>,
        statement -> Text,
        language -> Text,
        claimant_id -> Nullable<Text>,
        state -> Text,
        reason -> Text,
        unfit -> Nullable<Text>,
        duplicate_of -> Nullable<Text>,
        restricted -> Bool,
        revision -> Integer,
        created_by -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    claim_topics (claim_id, topic_id) {
        claim_id -> Text,
        topic_id -> Text,
    }
}

diesel::table! {
    appearances (id) {
        id -> Text,
        claim_id -> Text,
        url -> Nullable<Text>,
        platform -> Text,
        appeared_on -> Nullable<Date>,
        by_whom -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    sources (id) {
        id -> Text,
        url -> Nullable<Text>,
        citation -> Text,
        title -> Text,
        publisher -> Text,
        kind -> Text,
        accessed_on -> Nullable<Date>,
        restricted -> Bool,
        freely_showable -> Bool,
        revision -> Integer,
        created_by -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    snapshots (id) {
        id -> Text,
        source_id -> Text,
        blob -> Text,
        filename -> Nullable<Text>,
        media_type -> Text,
        charset -> Text,
        extractor -> Text,
        text -> Text,
        text_hash -> Text,
        taken_by -> Text,
        taken_at -> Timestamp,
    }
}

diesel::table! {
    scale_entries (id) {
        id -> Text,
        position -> Integer,
        label -> Text,
        description -> Text,
        icon -> Text,
        tone -> Text,
        number -> Nullable<Integer>,
        state -> Text,
        revision -> Integer,
        created_at -> Timestamp,
    }
}

diesel::table! {
    checks (id) {
        id -> Text,
        claim_id -> Text,
        language -> Text,
        translation_of -> Nullable<Text>,
        lead_id -> Nullable<Text>,
        slug -> Nullable<Text>,
        state -> Text,
        live_version -> Nullable<Integer>,
        published_at -> Nullable<Timestamp>,
        changed_at -> Nullable<Timestamp>,
        revision -> Integer,
        created_by -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    drafts (id) {
        id -> Text,
        check_id -> Text,
        number -> Integer,
        state -> Text,
        verdict_id -> Nullable<Text>,
        summary -> Text,
        reasoning -> Text,
        as_of -> Nullable<Date>,
        review_by -> Nullable<Date>,
        single_source -> Text,
        no_appearance -> Text,
        correction -> Nullable<Text>,
        correction_note -> Text,
        content_hash -> Nullable<Text>,
        submitted_by -> Nullable<Text>,
        submitted_at -> Nullable<Timestamp>,
        revision -> Integer,
        created_by -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    contributions (id) {
        id -> Text,
        claim_id -> Text,
        draft_id -> Nullable<Text>,
        person_id -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    evidence (id) {
        id -> Text,
        check_id -> Text,
        number -> Integer,
        stance -> Text,
        source_id -> Text,
        snapshot_id -> Nullable<Text>,
        start_at -> Nullable<Integer>,
        end_at -> Nullable<Integer>,
        exact -> Nullable<Text>,
        prefix -> Nullable<Text>,
        suffix -> Nullable<Text>,
        note -> Text,
        state -> Text,
        revision -> Integer,
        created_by -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    decisions (id) {
        id -> Text,
        draft_id -> Text,
        kind -> Text,
        outcome -> Text,
        content_hash -> Text,
        comment -> Text,
        person_id -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    published_versions (id) {
        id -> Text,
        check_id -> Text,
        number -> Integer,
        draft_id -> Text,
        content_hash -> Text,
        decision_id -> Text,
        correction -> Nullable<Text>,
        note -> Text,
        published_by -> Text,
        published_at -> Timestamp,
    }
}

diesel::table! {
    withholdings (id) {
        id -> Text,
        subject_kind -> Text,
        subject_id -> Text,
        state -> Text,
        reason -> Text,
        until -> Nullable<Timestamp>,
        proposed_by -> Text,
        confirmed_by -> Nullable<Text>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    tasks (id) {
        id -> Text,
        kind -> Text,
        claim_id -> Nullable<Text>,
        text -> Text,
        assignee_id -> Nullable<Text>,
        due_on -> Nullable<Date>,
        state -> Text,
        done_by -> Nullable<Text>,
        done_at -> Nullable<Timestamp>,
        created_by -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    policies (id) {
        id -> Text,
        name -> Text,
        number -> Integer,
        body -> Text,
        created_by -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    claim_places (id) {
        id -> Text,
        claim_id -> Text,
        version_id -> Text,
        state -> Text,
        decision -> Text,
        start_at -> Nullable<Integer>,
        end_at -> Nullable<Integer>,
        exact -> Nullable<Text>,
        prefix -> Nullable<Text>,
        suffix -> Nullable<Text>,
        warnings -> Text,
        candidates -> Text,
        from_version_id -> Text,
        from_start -> Integer,
        from_end -> Integer,
        from_exact -> Text,
        decided_by -> Nullable<Text>,
        revision -> Integer,
        created_at -> Timestamp,
    }
}

diesel::table! {
    dismissals (id) {
        id -> Text,
        article_id -> Text,
        text_hash -> Text,
        exact -> Text,
        state -> Text,
        decided_by -> Text,
        revision -> Integer,
        created_at -> Timestamp,
    }
}

diesel::table! {
    release_rules (article_id) {
        article_id -> Text,
        rule -> Text,
        set_by -> Text,
        revision -> Integer,
    }
}

diesel::table! {
    releases (id) {
        id -> Text,
        article_id -> Text,
        version_id -> Text,
        rule -> Text,
        factual -> Integer,
        settled -> Integer,
        untouched -> Integer,
        state -> Text,
        note -> Text,
        released_by -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    worth_models (id) {
        id -> Text,
        number -> Integer,
        origin -> Text,
        blob -> Text,
        examples -> Integer,
        positives -> Integer,
        report -> Text,
        state -> Text,
        created_by -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    external_checks (id) {
        id -> Text,
        identity -> Text,
        url -> Text,
        claim -> Text,
        title -> Text,
        rating -> Text,
        publisher -> Text,
        publisher_url -> Nullable<Text>,
        claimant -> Text,
        claimed_on -> Nullable<Date>,
        reviewed_on -> Nullable<Date>,
        language -> Text,
        appearances -> Text,
        original -> Text,
        origin -> Text,
        state -> Text,
        revision -> Integer,
        created_by -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    claim_matches (id) {
        id -> Text,
        pair -> Text,
        said -> Text,
        said_hash -> Text,
        claim_id -> Nullable<Text>,
        article_id -> Nullable<Text>,
        other_claim_id -> Nullable<Text>,
        other_external_id -> Nullable<Text>,
        ruling -> Text,
        state -> Text,
        decided_by -> Text,
        revision -> Integer,
        created_at -> Timestamp,
    }
}

diesel::table! {
    jobs (id) {
        id -> Text,
        kind -> Text,
        subject_id -> Text,
        attempts -> Integer,
        due_at -> Timestamp,
        leased_until -> Nullable<Timestamp>,
        lease -> Nullable<Text>,
        last_error -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    captures (id) {
        id -> Text,
        purpose -> Text,
        source_id -> Nullable<Text>,
        article_id -> Nullable<Text>,
        wanted -> Text,
        url -> Text,
        state -> Text,
        reason -> Text,
        attempts -> Integer,
        final_url -> Nullable<Text>,
        status -> Nullable<Integer>,
        chain -> Text,
        headers -> Text,
        payload_hash -> Nullable<Text>,
        payload_size -> Nullable<BigInt>,
        text_hash -> Nullable<Text>,
        extractor -> Nullable<Text>,
        tool -> Text,
        warc -> Nullable<Text>,
        snapshot_id -> Nullable<Text>,
        asked_by -> Text,
        asked_at -> Timestamp,
        fetched_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    snapshot_pages (snapshot_id) {
        snapshot_id -> Text,
        starts -> Text,
    }
}

diesel::table! {
    source_watches (source_id) {
        source_id -> Text,
        state -> Text,
        reason -> Text,
        status -> Nullable<Integer>,
        etag -> Text,
        last_modified -> Text,
        text_hash -> Nullable<Text>,
        failures -> Integer,
        looked_at -> Nullable<Timestamp>,
        since -> Nullable<Timestamp>,
    }
}

diesel::table! {
    source_notices (id) {
        id -> Text,
        source_id -> Text,
        check_id -> Text,
        number -> Integer,
        change -> Text,
        state -> Text,
        found_at -> Timestamp,
        decided_by -> Nullable<Text>,
        decided_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    source_notes (id) {
        id -> Text,
        source_id -> Nullable<Text>,
        publisher -> Text,
        kind -> Text,
        text -> Text,
        state -> Text,
        created_by -> Text,
        created_at -> Timestamp,
        ended_by -> Nullable<Text>,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    derivations (id) {
        id -> Text,
        source_id -> Text,
        origin_id -> Text,
        note -> Text,
        state -> Text,
        created_by -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    protected_sources (id) {
        id -> Text,
        source_id -> Text,
        reason -> Text,
        sealed -> Text,
        key_id -> Text,
        revision -> Integer,
        created_by -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    fetch_settings (id) {
        id -> Text,
        robots -> Bool,
        revision -> Integer,
    }
}

diesel::table! {
    archivings (id) {
        id -> Text,
        source_id -> Text,
        archive -> Text,
        url -> Text,
        state -> Text,
        ticket -> Text,
        archived_url -> Nullable<Text>,
        archived_at -> Nullable<Timestamp>,
        reason -> Text,
        asked_by -> Text,
        asked_at -> Timestamp,
    }
}

diesel::table! {
    time_proofs (id) {
        id -> Text,
        capture_id -> Text,
        hash -> Text,
        token -> Text,
        authority -> Text,
        proved_at -> Timestamp,
        created_at -> Timestamp,
    }
}

diesel::table! {
    retractions (id) {
        id -> Text,
        check_id -> Text,
        kind -> Text,
        merged_into -> Nullable<Text>,
        reason -> Text,
        state -> Text,
        proposed_by -> Text,
        proposed_at -> Timestamp,
        decided_by -> Nullable<Text>,
        decided_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    comments (id) {
        id -> Text,
        claim_id -> Text,
        parent_id -> Nullable<Text>,
        about -> Text,
        number -> Nullable<Integer>,
        exact -> Text,
        body -> Text,
        state -> Text,
        revision -> Integer,
        created_by -> Text,
        created_at -> Timestamp,
        edited_at -> Nullable<Timestamp>,
        closed_by -> Nullable<Text>,
    }
}

diesel::table! {
    mentions (comment_id, person_id) {
        comment_id -> Text,
        person_id -> Text,
    }
}

diesel::table! {
    notifications (id) {
        id -> Text,
        person_id -> Text,
        seq -> BigInt,
        reason -> Text,
        claim_id -> Text,
        check_id -> Nullable<Text>,
        comment_id -> Nullable<Text>,
        by_id -> Text,
        at -> Timestamp,
        read_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    notification_marks (id) {
        id -> Text,
        seq -> BigInt,
    }
}

diesel::joinable!(notifications -> claims (claim_id));
diesel::joinable!(event_words -> events (seq));
diesel::joinable!(sessions -> people (person_id));
diesel::joinable!(article_versions -> articles (article_id));
diesel::joinable!(claims -> articles (article_id));
diesel::joinable!(checks -> claims (claim_id));
diesel::joinable!(drafts -> checks (check_id));
diesel::joinable!(evidence -> sources (source_id));
diesel::joinable!(captures -> sources (source_id));
diesel::joinable!(source_notices -> sources (source_id));
diesel::joinable!(source_notices -> checks (check_id));
diesel::joinable!(source_watches -> sources (source_id));
diesel::joinable!(evidence -> checks (check_id));
diesel::joinable!(claim_topics -> topics (topic_id));
diesel::joinable!(claim_topics -> claims (claim_id));
diesel::joinable!(decisions -> people (person_id));
diesel::joinable!(published_versions -> checks (check_id));
diesel::joinable!(published_versions -> content_documents (content_hash));
diesel::joinable!(tasks -> claims (claim_id));
diesel::joinable!(claim_places -> claims (claim_id));
diesel::joinable!(releases -> articles (article_id));
diesel::joinable!(dismissals -> articles (article_id));
diesel::joinable!(access -> people (person_id));
diesel::allow_tables_to_appear_in_same_query!(
    log_head,
    events,
    event_words,
    content_documents,
    secrets,
    desk,
    gate_settings,
    people,
    sessions,
    parked_forms,
    invitations,
    access,
    topics,
    articles,
    article_versions,
    claimants,
    claims,
    claim_topics,
    appearances,
    sources,
    snapshots,
    scale_entries,
    checks,
    drafts,
    contributions,
    evidence,
    decisions,
    published_versions,
    withholdings,
    tasks,
    policies,
    claim_places,
    dismissals,
    release_rules,
    releases,
    worth_models,
    external_checks,
    claim_matches,
    jobs,
    captures,
    snapshot_pages,
    source_watches,
    source_notices,
    source_notes,
    derivations,
    protected_sources,
    fetch_settings,
    archivings,
    time_proofs,
    retractions,
    comments,
    mentions,
    notifications,
    notification_marks,
);
