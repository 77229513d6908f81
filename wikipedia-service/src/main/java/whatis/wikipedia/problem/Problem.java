package whatis.wikipedia.problem;

import whatis.web.problem.Explanation;
import whatis.web.problem.ProblemType;

/** All problems that a client can be told, in fixed sentences (RFC 9457). */
public enum Problem implements ProblemType {
    INVALID_QUERY(
            400,
            "Give a query of 1 to 300 characters.",
            "The parameter query is missing, blank or longer.",
            "Ask for a word or a title: /articles?query=American%20alligator."),
    INVALID_CHARACTERS(
            400,
            "Give a whole number of characters, 1 to 10000.",
            "The parameter characters is no number, or outside of these bounds.",
            "Leave it out to get 500."),
    UNKNOWN_LANGUAGE(
            400,
            "Give the language as a code of two letters (ISO 639-1), such as en, or as a variant such as zh-tw.",
            "The parameter language is no such code, or has capital letters. Chinese and Serbian have variants.",
            "Leave it out to get the English Wikipedia."),
    INVALID_REQUEST(
            400,
            "The request cannot be understood.",
            "The address has a percent sign that no two hexadecimal digits follow, or a header is malformed.",
            "Have your HTTP client encode the parameters: curl -G --data-urlencode query=TEXT."),
    NOT_FOUND(
            404,
            "There is nothing at this address.",
            "A typing error, or a slash at its end.",
            "Articles are at /articles?query=TEXT."),
    NO_PAGE_FOUND(
            404,
            "Wikipedia has no page for this query.",
            "Wikipedia was asked, and its search finds nothing; or the page is gone, which the search doesn't know yet.",
            "Ask for a more common term, or in another language."),
    METHOD_NOT_ALLOWED(
            405,
            "This address does not take this method.",
            "The request is a POST or the like.",
            "The header Allow lists the methods it takes."),
    NOT_ACCEPTABLE(
            406,
            "The answer is JSON, which the request does not accept.",
            "The header Accept names other types only.",
            "Send Accept: application/json."),
    INTERNAL_ERROR(
            500,
            "Something went wrong here.",
            "An error in this service.",
            "The operator's log says more. Trying again may help."),
    ENCYCLOPEDIA_ERROR(
            502,
            "Wikipedia gave no usable answer. Try again later.",
            "Wikipedia, or something between it and this service, answered with an error or with something else than JSON.",
            "Try again later. The operator's log says what came."),
    ENCYCLOPEDIA_UNAVAILABLE(
            503,
            "Wikipedia cannot be asked now. Try again after the time in Retry-After.",
            "Wikipedia is down or wants a break, or as many requests have left as it allows; without a contact that is 10"
                    + " a minute.",
            "Try again after the time in Retry-After. Operators set WHATIS_CONTACT to be allowed 200 requests a minute."),
    ENCYCLOPEDIA_TIMEOUT(
            504,
            "Wikipedia took too long to answer. Try again later.",
            "Wikipedia or the way there is slow: an answer has to be complete within 2 seconds.",
            "Try again later. Operators of slow lines set whatis.wikipedia.deadline.");

    private final Explanation explanation;

    Problem(int status, String sentence, String cause, String remedy) {
        this.explanation = new Explanation(status, sentence, cause, remedy);
    }

    @Override
    public Explanation explanation() {
        return explanation;
    }
}
