extension Migration {
    /// Alarms: the plan as it was frozen, how everybody stands, and every message with what became of it.
    ///
    /// What is over has no due time and is in none of the partial indexes, so that looking for work costs the
    /// same with a hundred thousand closed alarms.
    static let alarm = Migration(
        version: 16, name: "alarm",
        text: """
            CREATE TABLE alarm (
                id {text} NOT NULL PRIMARY KEY,
                request_key {text} NOT NULL UNIQUE,
                request_hash {text} NOT NULL,
                raised_at {integer} NOT NULL,
                raised_by {text} NOT NULL,
                municipality {text} NOT NULL REFERENCES municipality (code),
                place {text} NOT NULL,
                description {text} NOT NULL,
                described_at {integer},
                within_minutes {integer},
                is_exercise {integer} NOT NULL,
                is_flexible {integer} NOT NULL,
                is_regional {integer} NOT NULL,
                norms {text} NOT NULL,
                state {text} NOT NULL,
                generation {integer} NOT NULL,
                due_at {integer},
                take_due_at {integer},
                told_count {integer} NOT NULL,
                taken_at {integer},
                taken_by {text},
                ended_at {integer}
            ) {strict};

            CREATE INDEX alarm_due ON alarm (due_at) WHERE due_at IS NOT NULL;
            CREATE INDEX alarm_running ON alarm (raised_at) WHERE ended_at IS NULL;
            CREATE INDEX alarm_raised ON alarm (raised_at);

            CREATE TABLE alarm_post (
                id {text} NOT NULL PRIMARY KEY,
                alarm {text} NOT NULL REFERENCES alarm (id),
                position {integer} NOT NULL,
                function {text} NOT NULL REFERENCES crisis_function (code),
                wanted {integer} NOT NULL CHECK (wanted >= 1),
                within_minutes {integer},
                opened_count {integer} NOT NULL,
                wave_due_at {integer},
                UNIQUE (alarm, position)
            ) {strict};

            CREATE TABLE alarm_wave (
                post {text} NOT NULL REFERENCES alarm_post (id),
                number {integer} NOT NULL,
                kind {text} NOT NULL,
                opened_at {integer},
                PRIMARY KEY (post, number)
            ) {strict};

            CREATE TABLE alarm_candidate (
                post {text} NOT NULL REFERENCES alarm_post (id),
                person {text} NOT NULL REFERENCES functionary (id),
                wave {integer} NOT NULL,
                position {integer} NOT NULL,
                inclusion {text} NOT NULL,
                travel_minutes {integer},
                warnings {text} NOT NULL,
                PRIMARY KEY (post, person)
            ) {strict};

            CREATE TABLE alarm_exclusion (
                post {text} NOT NULL REFERENCES alarm_post (id),
                person {text} NOT NULL REFERENCES functionary (id),
                reason {text} NOT NULL,
                sentence {text} NOT NULL,
                PRIMARY KEY (post, person)
            ) {strict};

            CREATE TABLE alarm_callee (
                alarm {text} NOT NULL REFERENCES alarm (id),
                person {text} NOT NULL REFERENCES functionary (id),
                is_expected {integer} NOT NULL,
                state {text} NOT NULL,
                post {integer},
                is_remote {integer} NOT NULL,
                minutes {integer},
                called_at {integer},
                answered_at {integer},
                arrives_at {integer},
                asked_at {integer},
                silent_at {integer},
                at_work_at {integer},
                PRIMARY KEY (alarm, person),
                CHECK (post IS NOT NULL OR state NOT IN ('promised', 'atWork'))
            ) {strict};

            CREATE INDEX alarm_callee_person ON alarm_callee (person, alarm);

            CREATE TABLE alarm_contact (
                alarm {text} NOT NULL REFERENCES alarm (id),
                role {text} NOT NULL,
                position {integer} NOT NULL,
                person {text} REFERENCES functionary (id),
                municipality {text} REFERENCES municipality (code),
                told_at {integer},
                PRIMARY KEY (alarm, role, position)
            ) {strict};

            CREATE TABLE alarm_address (
                alarm {text} NOT NULL REFERENCES alarm (id),
                person {text} NOT NULL REFERENCES functionary (id),
                position {integer} NOT NULL,
                kind {text} NOT NULL,
                address {text} NOT NULL,
                PRIMARY KEY (alarm, person, position)
            ) {strict};

            CREATE TABLE alarm_message (
                id {text} NOT NULL PRIMARY KEY,
                alarm {text} NOT NULL REFERENCES alarm (id),
                person {text} NOT NULL REFERENCES functionary (id),
                purpose {text} NOT NULL,
                generation {integer} NOT NULL,
                series {text} NOT NULL,
                position {integer} NOT NULL,
                kind {text} NOT NULL,
                address {text} NOT NULL,
                subject {text} NOT NULL,
                body {text} NOT NULL,
                state {text} NOT NULL,
                due_at {integer} NOT NULL,
                attempts {integer} NOT NULL,
                claim {text},
                claimed_until {integer},
                possible_duplicate {integer} NOT NULL,
                reference {text},
                fault {text},
                created_at {integer} NOT NULL,
                sent_at {integer},
                CHECK ((state = 'claimed') = (claim IS NOT NULL))
            ) {strict};

            CREATE INDEX alarm_message_due ON alarm_message (due_at, id) WHERE state = 'waiting';
            CREATE INDEX alarm_message_claimed ON alarm_message (claimed_until) WHERE state = 'claimed';
            CREATE INDEX alarm_message_alarm ON alarm_message (alarm, person);
            CREATE INDEX alarm_message_series ON alarm_message (series, position);

            CREATE TABLE alarm_batch (
                claim {text} NOT NULL PRIMARY KEY,
                claimed_at {integer} NOT NULL,
                size {integer} NOT NULL,
                recorded_at {integer},
                sent {integer} NOT NULL,
                failed {integer} NOT NULL,
                journalled {integer} NOT NULL
            ) {strict};

            CREATE INDEX alarm_batch_open ON alarm_batch (recorded_at) WHERE journalled = 0;

            CREATE TABLE alarm_answer (
                id {text} NOT NULL PRIMARY KEY,
                alarm {text} NOT NULL REFERENCES alarm (id),
                person {text} REFERENCES functionary (id),
                received_at {integer} NOT NULL,
                way {text} NOT NULL,
                text {text} NOT NULL,
                reply {text} NOT NULL,
                effect {text} NOT NULL,
                recorded_by {text} NOT NULL
            ) {strict};

            CREATE INDEX alarm_answer_alarm ON alarm_answer (alarm, received_at);

            CREATE TABLE alarm_event (
                alarm {text} NOT NULL REFERENCES alarm (id),
                number {integer} NOT NULL,
                at {integer} NOT NULL,
                kind {text} NOT NULL,
                post {integer},
                person {text} REFERENCES functionary (id),
                count {integer},
                text {text} NOT NULL,
                PRIMARY KEY (alarm, number)
            ) {strict};

            CREATE TABLE alarm_clock (
                id {integer} NOT NULL PRIMARY KEY,
                seen_at {integer} NOT NULL
            ) {strict};

            INSERT INTO alarm_clock (id, seen_at) VALUES (1, 0);
            """)
}
