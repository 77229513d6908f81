package whatis.web.openapi;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import whatis.web.problem.AccessProblem;
import whatis.web.problem.ProblemType;

/** Describes answers, with the messages in the service's {@code contracts/} as examples. */
public final class Answers {

    /** The name of {@link #problemSchema} among the document's schemas. */
    public static final String PROBLEM_SCHEMA = "ProblemDetail";

    private Answers() {}

    /** Shows what a good answer may look like, by names of contracts. */
    public static void addExamples(ApiResponse answer, String... contracts) {
        MediaType content = answer.getContent().values().iterator().next();
        for (String contract : contracts) {
            content.addExamples(contract, new Example().value(message(contract)));
        }
    }

    /** Adds an answer for each status of these problems and those of any service, and each as an example of its status. */
    public static void addProblems(ApiResponses answers, String path, Collection<? extends ProblemType> problems) {
        Stream.concat(problems.stream(), Stream.of(AccessProblem.values()))
                .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()))
                .forEach((status, alike) ->
                        answers.addApiResponse(Integer.toString(status.value()), answer(status, alike, path)));
    }

    /** Describes the body of a problem (RFC 9457). */
    public static Schema<?> problemSchema() {
        ObjectSchema problem = new ObjectSchema();
        problem.addProperty(
                "type", text("Address of the page that explains the problem").format("uri-reference"));
        problem.addProperty("title", text("What the status means"));
        problem.addProperty("status", new IntegerSchema().format(null).description("The HTTP status"));
        problem.addProperty("detail", text("What went wrong, in a sentence that is always the same"));
        problem.addProperty("instance", text("The address that was asked").format("uri-reference"));
        problem.setRequired(List.of("type", "title", "status", "detail"));
        return problem;
    }

    /** Returns a header that is always there. */
    public static Header header(Schema<?> value, String description) {
        return new Header().description(description).required(true).schema(value);
    }

    /** Returns the schema of a header that counts seconds. */
    public static Schema<?> seconds() {
        return new IntegerSchema().format(null).minimum(BigDecimal.ZERO);
    }

    private static ApiResponse answer(HttpStatus status, List<? extends ProblemType> problems, String path) {
        MediaType content = new MediaType().schema(new Schema<>().$ref(PROBLEM_SCHEMA));
        for (ProblemType problem : problems) {
            Map<String, Object> message = message("problem-" + problem.slug());
            message.put("instance", path);
            content.addExamples(problem.slug(), new Example().value(message));
        }
        ApiResponse answer = new ApiResponse()
                .description(status.getReasonPhrase())
                .content(new Content().addMediaType("application/problem+json", content));
        switch (status) {
            case METHOD_NOT_ALLOWED ->
                answer.addHeaderObject("Allow", header(new StringSchema(), "The methods that this address takes"));
            case NOT_ACCEPTABLE ->
                answer.addHeaderObject("Accept", header(new StringSchema(), "The media types that it can answer with"));
            case SERVICE_UNAVAILABLE ->
                answer.addHeaderObject("Retry-After", header(seconds(), "After how many seconds to ask again"));
            default -> {
                // The body says it all.
            }
        }
        return answer;
    }

    private static Schema<?> text(String description) {
        return new StringSchema().description(description);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> message(String contract) {
        try (InputStream json = new ClassPathResource("contracts/" + contract + ".json").getInputStream()) {
            return Json31.mapper().readValue(json, Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
