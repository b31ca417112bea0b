package gameserver.client.bots;

import java.util.List;
import java.util.random.RandomGenerator;

/** What bots say. */
final class Phrases {
    private static final List<String> SMALL_TALK =
            List.of(
                    "has anybody seen the new map?",
                    "오늘 날씨 정말 좋네요",
                    "one more round?",
                    "점심 뭐 먹을까요?",
                    "brb, coffee",
                    "다들 어디서 접속했어요?",
                    "I can't stop playing this",
                    "ㅋㅋㅋㅋ",
                    "who wants to join my team?",
                    "이 방 분위기 좋다",
                    "it is quiet in the other room",
                    "저 방금 레벨 업 했어요!",
                    "good game, everyone",
                    "커피 한 잔 하고 올게요");

    /** Each has a place for a name. */
    private static final List<String> GREETINGS =
            List.of("hi %s!", "%s님 안녕하세요!", "welcome, %s", "%s님 어서 오세요 :)");

    /*
     * Without a name. A bot answers who says its name, so two bots whose answers named each other
     * would never stop.
     */
    private static final List<String> ANSWERS =
            List.of(
                    "I think so, too",
                    "그러게요 :)",
                    "really? tell me more",
                    "저는 그냥 봇이에요 ㅎㅎ",
                    "I am only a bot, but I like that",
                    "좋은 생각이에요!");

    private Phrases() {}

    static String smallTalk(RandomGenerator random) {
        return any(SMALL_TALK, random);
    }

    static String greeting(String name, RandomGenerator random) {
        return any(GREETINGS, random).formatted(name);
    }

    static String answer(RandomGenerator random) {
        return any(ANSWERS, random);
    }

    private static String any(List<String> phrases, RandomGenerator random) {
        return phrases.get(random.nextInt(phrases.size()));
    }
}
