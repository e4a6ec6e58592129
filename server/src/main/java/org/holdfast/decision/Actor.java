package org.holdfast.decision;

/// Who acts: a person by id, or the system on one of its nodes.
public sealed interface Actor {
    /// As it is written in an entry: `p:` or `n:` and the id.
    String text();

    record Person(String id) implements Actor {
        public Person {
            Ids.check(id);
        }

        @Override
        public String text() {
            return "p:" + id;
        }
    }

    record Node(String id) implements Actor {
        public Node {
            Ids.check(id);
        }

        @Override
        public String text() {
            return "n:" + id;
        }
    }

    static Actor parse(String text) {
        if (text.startsWith("p:")) return new Person(text.substring(2));
        if (text.startsWith("n:")) return new Node(text.substring(2));
        throw new DamagedLog("An actor reads " + text);
    }
}
