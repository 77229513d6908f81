package whatis.service;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Serves {@code POST /whatis} and its relatives. */
@SpringBootApplication
class ClassifierService {

    public static void main(String[] arguments) {
        StopSignal.handle();
        SpringApplication.run(ClassifierService.class, arguments);
    }
}
