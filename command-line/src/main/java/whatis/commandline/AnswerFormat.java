package whatis.commandline;

/** Writes an answer as one line. */
interface AnswerFormat {

    /** Returns the line without its end. */
    String line(Answer answer);
}
