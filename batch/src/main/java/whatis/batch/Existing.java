package whatis.batch;

/** What to do with a batch that is in the output's folder already. */
enum Existing {
    REFUSE,
    RESUME,
    OVERWRITE
}
