package whatis.wikipedia;

import whatis.web.SettingsReferenceContract;

class SettingsReferenceTests extends SettingsReferenceContract {

    SettingsReferenceTests() {
        super("wikipedia-service");
    }
}
