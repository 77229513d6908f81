package whatis.web.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/** Tells people about problems, in HTML. */
final class ProblemPage {

    static final String STYLE = """
            :root { color-scheme: light dark }
            body { font: 1.1em/1.5 system-ui, sans-serif; margin: 3em auto; max-width: 40em; padding: 0 1em }
            pre { white-space: pre-wrap; overflow-wrap: anywhere }
            """;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <style>%3$s</style>
            </head>
            <body>
            <main>
            <h1>%1$s</h1>
            %2$s</main>
            </body>
            </html>
            """;

    private static final String EXPLANATION = """
            <p>HTTP status %d, %s</p>
            <h2>What it means</h2>
            <p>%s</p>
            <h2>Likely cause</h2>
            <p>%s</p>
            <h2>What to do</h2>
            <p>%s</p>
            %s<p><a href="/problems">All problems</a></p>
            """;

    private static final String EXAMPLE = """
            <h2>Example</h2>
            <pre><code>%s</code></pre>
            """;

    private static final String LINK = """
            <li><a href="/problems/%s">%s</a>: %s</li>
            """;

    private ProblemPage() {}

    /** Returns the page that explains a problem. */
    static String of(ProblemType problem) {
        Explanation explanation = problem.explanation();
        return page(
                name(problem),
                EXPLANATION.formatted(
                        problem.status().value(),
                        problem.status().getReasonPhrase(),
                        HtmlUtils.htmlEscape(explanation.sentence()),
                        HtmlUtils.htmlEscape(explanation.cause()),
                        HtmlUtils.htmlEscape(explanation.remedy()),
                        example(problem)));
    }

    /** Returns the page that links to all others. */
    static String index(List<ProblemType> problems) {
        String links = problems.stream()
                .map(problem -> LINK.formatted(
                        problem.slug(),
                        name(problem),
                        HtmlUtils.htmlEscape(problem.explanation().sentence())))
                .collect(Collectors.joining());
        return page("Problems", "<ul>\n" + links + "</ul>\n");
    }

    private static String page(String title, String content) {
        return PAGE.formatted(title, content, STYLE);
    }

    private static String name(ProblemType problem) {
        return problem.slug().replace('-', ' ');
    }

    /** What only comes within another answer has no example of its own. */
    private static String example(ProblemType problem) {
        ClassPathResource contract = new ClassPathResource("contracts/problem-" + problem.slug() + ".json");
        if (!contract.exists()) {
            return "";
        }
        try {
            return EXAMPLE.formatted(HtmlUtils.htmlEscape(contract.getContentAsString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
